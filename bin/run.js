#!/usr/bin/env node
import { loadProgram } from './load.js';

const { main } = await loadProgram();
await main(process.argv.slice(2), import.meta.url);
