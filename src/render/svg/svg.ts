import type { FindingReport, Report } from '../../model/report.ts';
import { attributes, escapeXml } from '../escape-xml.ts';
import { columns, cutEnd, cutMiddle, wrap } from '../terminal/columns.ts';
import { placeOf } from '../terminal/place.ts';
import { visibleDeep } from '../terminal/visible.ts';
import { bytes, count, duration, number } from '../terminal/words.ts';
import { INK, SIZE, type TextLook, text } from './drawing.ts';
import { laneDrawing, SHAPE } from './lanes.ts';

const FINDINGS_SHOWN = 12;
/** Columns of text over the whole width, at the size of each. */
const WIDE = 150;
const HEAD = 104;

interface Row {
  readonly content: string;
  readonly look: TextLook;
  readonly indent?: number;
  /** Between base lines. */
  readonly leading: number;
}

/**
 * A still picture of the report: verdict, capture, lanes, findings. Shapes and text with presentation attributes only: no
 * script, no style sheet, no link, no font of its own; light, on a ground of its own.
 */
export function renderSvg(raw: Report): string {
  const report = visibleDeep(raw);
  const head = drawRows([...verdictRows(report), ...captureRows(report)], SIZE.margin);
  const lanes = laneDrawing(report, head.bottom + 8);
  const list = drawRows(findingRows(report), lanes.bottom + 12);
  const height = list.bottom + SIZE.margin;
  const size = { width: SIZE.width, height, viewBox: `0 0 ${SIZE.width} ${height}` };
  const fonts = { 'font-family': 'system-ui, -apple-system, Segoe UI, Roboto, Helvetica, Arial, sans-serif' };
  return [
    `<svg xmlns="http://www.w3.org/2000/svg"${attributes({ ...size, ...fonts, role: 'img' })}>`,
    `<title>${escapeXml(cutEnd(report.verdict.text, 400))}</title>`,
    '<defs><pattern id="necropsy-asleep" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">',
    '<rect width="6" height="6" fill="#eaeef2"/><line x1="0" y1="0" x2="0" y2="6" stroke="#8c959f" stroke-width="2"/></pattern></defs>',
    `<rect${attributes({ width: SIZE.width, height, fill: INK.ground })}/>`,
    ...[...head.parts, ...lanes.parts, ...list.parts],
    '</svg>',
    '',
  ].join('\n');
}

function drawRows(rows: readonly Row[], top: number): { readonly parts: string[]; readonly bottom: number } {
  let y = top;
  const parts = rows.map(({ content, look, indent = 0, leading }) => {
    y += leading;
    return text(SIZE.margin + indent, y, content, look);
  });
  return { parts, bottom: y + 6 };
}

const VERDICT_INK: Readonly<Record<string, string>> = {
  broken: INK.errorText,
  'capture-insufficient': INK.errorText,
  suspect: INK.warning,
};

function verdictRows({ verdict }: Report): Row[] {
  const fill = VERDICT_INK[verdict.state] ?? INK.text;
  const lines = wrap(cutEnd(verdict.text, 600), HEAD);
  const rows = lines.map((content): Row => ({ content, look: { size: 18, weight: 'bold', fill }, leading: 24 }));
  const sure = verdict.confidence === undefined ? '' : `, confidence ${verdict.confidence}`;
  return [...rows, quiet(`${verdict.state}${sure}`)];
}

function captureRows({ capture, tool, omitted }: Report): Row[] {
  const { span, inputs } = capture;
  const named = inputs.slice(0, 3).map(({ name, bytes: size }) => `${cutMiddle(name, 50)} (${bytes(size)})`);
  const more = inputs.length > 3 ? ` and ${count(inputs.length - 3, 'more input', 'more inputs')}` : '';
  const lights = capture.quality.filter(({ state }) => state !== 'green');
  const left = Object.entries(omitted).map(([list, omissions]) => `${number(omissions)} ${list}`);
  return [
    quiet(`${named.join(', ')}${more}`),
    ...(span === undefined ? [] : [quiet(`${span.from} to ${span.to} (${duration(span.durationUs)})`)]),
    ...lights.slice(0, 4).map(({ message }) => quiet(`◆ ${cutEnd(message, WIDE)}`)),
    ...(left.length > 0 ? [quiet(cutEnd(`left out of the report: ${left.join(', ')}`, WIDE))] : []),
    quiet(`${tool.name} ${tool.version}`),
  ];
}

function quiet(content: string): Row {
  return { content, look: { fill: INK.quiet }, leading: 17 };
}

function findingRows(report: Report): Row[] {
  const { findings, detectors } = report;
  const outside =
    report.lanes.span === undefined
      ? []
      : [quiet('The lanes show the stretch of the capture that matters; findings outside of it are in the list only.')];
  const blind = detectors.filter(({ status }) => status === 'not-observable').length;
  const hidden = findings.length - FINDINGS_SHOWN;
  return [
    ...outside,
    ...findings.slice(0, FINDINGS_SHOWN).flatMap((finding, index) => findingRow(finding, index + 1)),
    ...(hidden > 0 ? [quiet(`and ${count(hidden, 'more finding', 'more findings')}`)] : []),
    ...(findings.length === 0 ? [quiet('no findings')] : []),
    ...(blind > 0 ? [quiet(`${count(blind, 'detector')} could not look: this capture lacks what they need`)] : []),
  ];
}

function findingRow(finding: FindingReport, place: number): Row[] {
  const { severity, title, confidence, span, detector } = finding;
  const fill = severity === 'error' ? INK.errorText : INK[severity];
  const cited = finding.evidence.find(({ decisive }) => decisive) ?? finding.evidence[0];
  const when = span === undefined ? '' : `, ${span.from} +${duration(span.durationUs)}`;
  const about = `${detector}, confidence ${confidence}, ×${number(finding.count)}${when}`;
  const said = finding.message === title ? [] : wrap(cutEnd(finding.message, WIDE * 2), WIDE);
  const quoted = cited === undefined ? [] : [`${placeOf(cited)} ${cited.process}: ${cited.text}`];
  const row = (content: string, look: TextLook): Row => ({ content, look, indent: 26, leading: 16 });
  const head = `${place} ${SHAPE[severity]} ${severity.toUpperCase()}  ${title}`;
  return [
    {
      content: cutEnd(head, columns(head) > WIDE ? WIDE - 20 : WIDE),
      look: { size: 14, weight: 'bold', fill },
      leading: 26,
    },
    row(cutEnd(about, WIDE), { fill: INK.quiet }),
    ...said.map((content) => row(content, {})),
    ...quoted.map((content) => row(cutMiddle(content, WIDE), { fill: INK.quiet, size: 11 })),
  ];
}
