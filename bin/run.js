#!/usr/bin/env node
import module from 'node:module';
import v8 from 'node:v8';

// The optimising compiler waits a little longer: in a short run it costs more than it gains, a long one does not notice.
// V8 prints a complaint about a flag it does not know, so only versions that were tried are told.
if (Number.parseInt(process.versions.v8, 10) <= 13) v8.setFlagsFromString('--interrupt-budget=500000');
// Node 22 and later keep the compiled bundle; the import has to come after.
module.enableCompileCache?.();
const { main } = await import('../dist/cli.js');
await main(process.argv.slice(2), import.meta.url);
