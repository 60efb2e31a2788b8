#!/usr/bin/env node
import module from 'node:module';

// Node 22 and later keep the compiled bundle; the import has to come after.
module.enableCompileCache?.();
const { main } = await import('../dist/cli.js');
await main(process.argv.slice(2), import.meta.url);
