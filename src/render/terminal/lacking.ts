import type { Report } from '../../model/report.ts';

/** What the capture lacks, each thing once. */
export function lacking({ detectors }: Pick<Report, 'detectors'>): readonly string[] {
  return [...new Set(detectors.flatMap((outcome) => (outcome.status === 'not-observable' ? outcome.missing : [])))];
}
