// Judges the result of the case scorer (its --json, on stdin): fails on a wrong finding, on a readable case without a
// report, and where one of the cases that today's detectors are for is not fully found. Other misses are printed only.
//
//   score-cases.mjs --json | node .ci/judge-cases.mjs CASES-FOLDER
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';

const READABLE = new Set(['log-show-default', 'compact', 'syslog', 'ndjson', 'json']);
const MUST_FIND = ['seed-udp-self-loop', 'lulu-904-exit-loop', 'apple-814079-darkwake-churn'];

const [folder] = process.argv.slice(2);
const { rows, found, wanted, counts } = JSON.parse(await text(process.stdin));
const formatOf = (id) => JSON.parse(readFileSync(join(folder, `${id}.expect.json`), 'utf8')).format;

const faults = [];
for (const row of rows) {
  for (const wrong of row.wrong) faults.push(`${row.id}: wrong finding ${wrong}`);
  if (row.error && READABLE.has(formatOf(row.id))) faults.push(`${row.id}: ${row.error}`);
}
for (const id of MUST_FIND) {
  const row = rows.find((one) => one.id === id);
  if (row === undefined) faults.push(`${id}: the case is missing`);
  else for (const missed of row.missed) faults.push(`${id}: missed ${missed}`);
}

for (const fault of faults) process.stdout.write(`${fault}\n`);
process.stdout.write(`cases: ${rows.length}, found ${found} of ${wanted}, ${counts} counts off, ${faults.length} faults\n`);
process.exitCode = faults.length === 0 ? 0 : 1;
