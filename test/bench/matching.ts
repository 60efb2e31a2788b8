/**
 * What recognising costs per record of interest, apart from reading: `node matching.js CAPTURE` prints one JSON object. The
 * records are decoded first, then recognised batch by batch, each several times; the median counts. What nobody wants is
 * counted too: those records never reach the recogniser.
 */
import { openInput } from '../../src/decode/open-input.ts';
import { OriginTable } from '../../src/decode/origin-table.ts';
import type { LogRecord } from '../../src/model/log-record.ts';
import type { InputIndex } from '../../src/model/units.ts';
import { BUILT_IN_CATALOG } from '../../src/recognize/catalog.generated.ts';
import { createRecognizer } from '../../src/recognize/recognizer.ts';
import { openSource } from '../../src/source/open-source.ts';
import { median } from './measure.ts';

export interface Matching {
  /** Records decoded because some family of the whole catalog admits their origin. */
  readonly ofInterest: number;
  readonly recognised: number;
  readonly all: number;
  /** Nanoseconds per record of interest, whole catalog. */
  readonly ns: number;
}

const ENOUGH = 200_000;
const BATCH = 1_000;
const PASSES = 4;

const [path = ''] = process.argv.slice(2);
process.stdout.write(`${JSON.stringify(await measure(path))}\n`);

async function measure(capture: string): Promise<Matching> {
  const recognizer = createRecognizer({ catalog: BUILT_IN_CATALOG, reads: () => false, onProvider: () => undefined });
  const origins = new OriginTable((origin) => recognizer.want(origin));
  const reader = await openInput(await openSource(capture), { origins, index: 0 as InputIndex });
  const records: LogRecord[] = [];
  for (let batch = await reader.next(); batch !== undefined && records.length < ENOUGH; batch = await reader.next())
    records.push(...batch);
  const all = reader.summary().records;
  let recognised = 0;
  for (const record of records) if (recognizer.recognize(record) !== undefined) recognised += 1;
  // As in a run: a batch has just been decoded when it is recognised, so its bytes are near.
  const passes: number[] = [];
  for (let from = 0; from + BATCH <= records.length; from += BATCH) {
    const batch = records.slice(from, from + BATCH);
    for (let pass = 0; pass < PASSES; pass += 1) {
      const started = process.hrtime.bigint();
      for (const record of batch) recognizer.recognize(record);
      if (pass > 0) passes.push(Number(process.hrtime.bigint() - started) / BATCH);
    }
  }
  return { ofInterest: records.length, recognised, all, ns: median(passes) };
}
