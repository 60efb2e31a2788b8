/**
 * Takes a capture through the first stages of the line only: `node phases.js decode|recognise|correlate CAPTURE`. What one
 * stage costs is the difference of two runs.
 */
import { openCapture } from '../../src/capture.ts';
import { createCorrelator } from '../../src/correlate/engine.ts';
import { openInput } from '../../src/decode/open-input.ts';
import { OriginTable } from '../../src/decode/origin-table.ts';
import { DETECTORS } from '../../src/detect/all.ts';
import { createDetectEngine } from '../../src/detect/engine.ts';
import type { InputIndex } from '../../src/model/units.ts';
import { BUILT_IN_CATALOG } from '../../src/recognize/catalog.generated.ts';
import { createRecognizer } from '../../src/recognize/recognizer.ts';
import { isWitness } from '../../src/recognize/witness.ts';
import { openSource } from '../../src/source/open-source.ts';

const [stage = 'decode', path = ''] = process.argv.slice(2);

const correlator = createCorrelator({ keepsText: () => false, announce: () => undefined });
const { reads: detected } = createDetectEngine(DETECTORS, correlator.world, correlator.cite);
// The same events and fields as in a whole run.
const reads = (event: string): boolean => correlator.reads.has(event) || detected.has(event);
const needs = (event: string): boolean => reads(event) || correlator.hears.has(event) || isWitness(event);

const count = stage === 'decode' ? await decode() : await recognise();
process.stdout.write(`${JSON.stringify({ stage, count })}\n`);

async function decode(): Promise<number> {
  const recognizer = createRecognizer({ catalog: BUILT_IN_CATALOG, needs, reads, onProvider: () => undefined });
  const origins = new OriginTable(
    (origin) => recognizer.want(origin),
    (parts) => recognizer.mayWant(parts),
  );
  const reader = await openInput(await openSource(path), { origins, index: 0 as InputIndex });
  let records = 0;
  for (let batch = await reader.next(); batch !== undefined; batch = await reader.next()) records += batch.length;
  return records;
}

async function recognise(): Promise<number> {
  const capture = await openCapture([await openSource(path)], { catalog: BUILT_IN_CATALOG, needs, reads });
  let events = 0;
  for await (const batch of capture.events()) {
    events += batch.length;
    if (stage === 'correlate') for (const event of batch) correlator.accept(event);
  }
  correlator.finish();
  return events;
}
