/** The report without script and without style: headings, tables, `<pre>` and one picture. Source: html-timeline 10. */
import type { Report } from '../../../model/report.ts';
import type { Timeline } from '../../../model/timeline.ts';
import { count, duration, number } from '../../terminal/words.ts';
import { html } from '../escape.ts';
import type { Embedding } from '../page-data.ts';
import { detectorSection } from './detectors.ts';
import { findingSections } from './findings.ts';
import { flowSections } from './flows.ts';
import { overviewSvg } from './overview.ts';
import { qualityTable, sessionTable, sleepTable } from './tables.ts';

export interface StaticOptions {
  readonly title: string;
  readonly embedding: Embedding;
}

/** The whole of it stays below this many bytes, whatever the capture. */
const MOST_BYTES = 58_000;

export function staticPart(report: Report, timeline: Timeline, options: StaticOptions): string {
  const start = summary(report, timeline, options);
  const picture = overviewSvg(report, timeline);
  const rest = [
    ...findingSections(report),
    qualityTable(report),
    sleepTable(report),
    sessionTable(report),
    ...flowSections(timeline),
    detectorSection(report),
  ].filter((section) => section !== '');
  const parts = [start, picture];
  let left = MOST_BYTES - byteLength(start) - byteLength(picture);
  let omitted = 0;
  for (const section of rest) {
    const size = byteLength(section);
    if (size <= left) {
      parts.push(section);
      left -= size;
    } else omitted += 1;
  }
  const note = omitted === 0 ? '' : `<p>${omitted} sections are left out here to keep this part short.</p>`;
  return `<main id="static">${parts.join('\n')}${note}</main>`;
}

function byteLength(text: string): number {
  return Buffer.byteLength(text, 'utf8');
}

function summary(report: Report, timeline: Timeline, { title, embedding }: StaticOptions): string {
  const { capture, findings, verdict, tool } = report;
  const inputs = capture.inputs.slice(0, 8).map(({ name, format }) => `${html(name)} (${format})`);
  const more = capture.inputs.length > inputs.length ? ` and ${capture.inputs.length - inputs.length} more` : '';
  const span =
    capture.span === undefined
      ? 'No line has a time.'
      : `${html(capture.span.from)} to ${html(capture.span.to)} (${duration(capture.span.durationUs)})`;
  const counts = [
    count(timeline.lines.count, 'line'),
    count(timeline.flows.length, 'flow'),
    count(findings.length, 'finding'),
  ].join(', ');
  return [
    `<h1>${html(title)}</h1>`,
    `<p><strong>${html(verdict.text)}</strong></p>`,
    `<p>${span}. ${counts}. Inputs: ${inputs.join(', ')}${more}. Made by necropsy ${html(tool.version)}.</p>`,
    ...leftOut(timeline, embedding).map((text) => `<p>${text}</p>`),
  ].join('\n');
}

/** What a reader of this file cannot find in it. */
function leftOut({ leftOut: { lines, outside, flows } }: Timeline, embedding: Embedding): string[] {
  return [
    ...(embedding === 'all'
      ? []
      : [
          `Text of the lines: ${embedding === 'none' ? 'not in this file' : 'of the evidence only'}; necropsy export INPUT writes all of it.`,
        ]),
    ...(lines > 0 ? [`${number(lines)} lines were too many to be drawn.`] : []),
    ...(outside > 0
      ? [`${number(outside)} lines have no time, or one outside the capture's span, and are not drawn.`]
      : []),
    ...(flows > 0 ? [`${number(flows)} flows were too many to be drawn.`] : []),
  ];
}
