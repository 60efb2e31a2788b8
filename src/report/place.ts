import type { Cite } from '../model/entity.ts';
import type { EvidenceReport } from '../model/report.ts';

/** In the order of time; lines of one time as their input has them, which tells what was first where its clock does not. */
export function byTime(a: Timed, b: Timed): number {
  const [one, other] = [a.cite?.ref, b.cite?.ref];
  const isOneFile = one !== undefined && one.input === other?.input && one.file === other.file;
  return a.at - b.at || (isOneFile ? one.offset - other.offset : 0);
}

interface Timed {
  readonly at: number;
  readonly cite: Cite | undefined;
}

/** Archives have no lines: a record's place is its file and its index there. */
export function placeOf({ ref }: Cite): Pick<EvidenceReport, 'line' | 'file' | 'record'> {
  return ref.file === undefined ? { line: ref.line } : { file: ref.file, record: ref.line };
}
