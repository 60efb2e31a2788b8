import type { Report } from '../../../model/report.ts';
import { html, shortHtml } from '../escape.ts';
import { table } from './table.ts';

/** What was looked for, and what could not be seen. */
export function detectorSection({ detectors }: Report): string {
  const rows = detectors.map((each) => [
    html(each.id),
    each.status,
    each.status === 'not-observable'
      ? shortHtml(each.missing.join(', '), 300)
      : each.status === 'failed'
        ? shortHtml(each.error, 300)
        : '',
  ]);
  return table('What was looked for', ['Detector', 'Result', 'Missing'], rows);
}
