import { analyzeSources } from '../analyze.ts';
import { openInput } from '../decode/open-input.ts';
import { OriginTable } from '../decode/origin-table.ts';
import type { Detector } from '../detect/define-detector.ts';
import { bytesSource } from '../lib/bytes-source.ts';
import type { Catalog } from '../model/catalog.ts';
import type { LogRecord } from '../model/log-record.ts';
import type { Report } from '../model/report.ts';
import type { InputIndex } from '../model/units.ts';
import type { WhyRequest } from '../model/why.ts';

export interface TextOptions {
  readonly detectors: readonly Detector[];
  /** Left out: the catalog that ships. */
  readonly catalog?: Catalog;
  /** How many bytes the n-th read yields. */
  readonly chunk?: (read: number) => number;
}

/** Runs bytes in memory through the whole line. */
export async function analyzeText(bytes: Buffer, options: TextOptions): Promise<Report> {
  const { report } = await weighText(bytes, options, []);
  return report;
}

/** The same, and what the detectors weighed of what is asked for. */
export function weighText(
  bytes: Buffer,
  options: TextOptions,
  why: readonly WhyRequest[],
): ReturnType<typeof analyzeSources> {
  return analyzeSources([bytesSource(bytes, options.chunk)], {
    detectors: options.detectors,
    ...(options.catalog === undefined ? {} : { catalog: options.catalog }),
    version: '0.0.0-test',
    why,
  });
}

/** Every record of these bytes, wanted or not. */
export async function decodeAll(bytes: Buffer): Promise<LogRecord[]> {
  const reader = await openInput(bytesSource(bytes), { origins: new OriginTable(() => 'all'), index: 0 as InputIndex });
  const records: LogRecord[] = [];
  for (let batch = await reader.next(); batch !== undefined; batch = await reader.next()) records.push(...batch);
  return records;
}
