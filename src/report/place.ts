import type { Cite } from '../model/entity.ts';
import type { EvidenceReport } from '../model/report.ts';

/** Archives have no lines: a record's place is its file and its index there. */
export function placeOf({ ref }: Cite): Pick<EvidenceReport, 'line' | 'file' | 'record'> {
  return ref.file === undefined ? { line: ref.line } : { file: ref.file, record: ref.line };
}
