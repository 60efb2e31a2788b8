import type { EvidenceReport } from '../../model/report.ts';

/** Where a record stands: `L412`, in an archive `f85@18274`: the end of the file's name and the place in it. */
export function placeOf({ line, file, record }: Pick<EvidenceReport, 'line' | 'file' | 'record'>): string {
  if (file === undefined) return `L${line ?? 0}`;
  const name = file.slice(file.lastIndexOf('/') + 1).replace(/\.tracev3$/, '');
  return `${name.replace(/^(?:logdata\.|0+(?=[0-9a-f]))/, '')}@${record ?? 0}`;
}
