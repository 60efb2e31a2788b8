import type { AttemptsDiff, CaptureDiff, FindingChange, SessionSide } from '../model/diff.ts';
import type { CaptureReport } from '../model/report.ts';
import { visibleDeep } from './terminal/visible.ts';
import { bytes, count, duration, knownText, number, SEVERITY } from './terminal/words.ts';
import { cutBlock } from './ticket/cut.ts';
import type { Block, Span } from './ticket/document.ts';
import { htmlPage } from './ticket/write-html.ts';
import { writeMarkdown } from './ticket/write-markdown.ts';

interface Sides {
  readonly good: CaptureReport;
  readonly bad: CaptureReport;
}

const ROWS = 200;

/** The comparison as Markdown for a ticket. */
export function diffMarkdown(diff: CaptureDiff, sides: Sides): string {
  return `${blocksOf(diff, sides).map(writeMarkdown).join('\n\n')}\n`;
}

/** The same as a page without any script. */
export function diffPage(diff: CaptureDiff, sides: Sides): string {
  const blocks = blocksOf(diff, sides);
  return htmlPage(verdict(diff), blocks);
}

function verdict({ regressions }: CaptureDiff): string {
  if (regressions.length === 0) return 'Nothing got worse that both captures can show';
  return regressions.length === 1 ? 'One thing got worse' : `${regressions.length} things got worse`;
}

function blocksOf(diff: CaptureDiff, sides: Sides): Block[] {
  const { regressions, findings, sessions, flows, deaths, incomparable, attempts, good, bad } = visibleDeep({
    ...diff,
    ...sides,
  });
  const share = (value: number): string => `${Math.round(value * 100)} %`;
  return [
    { kind: 'title' as const, text: verdict(diff) },
    ...(regressions.length === 0 ? [] : [{ kind: 'list' as const, items: regressions.map((each) => [each]) }]),
    table(['', 'good', 'bad'], captureRows(good, bad)),
    ...(attempts === undefined ? [] : attemptBlocks(attempts)),
    ...section('Findings', ['', 'detector', 'about', 'good', 'bad', 'what'], findings.map(findingRow)),
    ...section(
      'Sessions',
      ['session', 'what', 'good', 'bad'],
      sessions.flatMap(({ name, kind, good: was, bad: is }) =>
        sessionRows(was, is).map((row, index) => [index === 0 ? `${name} (${kind})` : '', ...row]),
      ),
    ),
    ...section(
      'Flows',
      ['', 'good', 'bad'],
      flows.good + flows.bad === 0
        ? []
        : [
            ['seen', number(flows.good), number(flows.bad)],
            ...flows.outcomes.map((each) => [each.state, share(each.good), share(each.bad)]),
          ],
    ),
    ...section(
      'Ends of providers',
      ['provider', 'how', 'good', 'bad'],
      deaths.map((death) => [{ code: death.provider }, death.kind, number(death.good), number(death.bad)]),
    ),
    ...(incomparable.length === 0
      ? []
      : [
          { kind: 'heading' as const, text: 'Not comparable' },
          {
            kind: 'paragraph' as const,
            spans: [
              'One capture lacks the lines for: ',
              ...incomparable.flatMap((id, i): Span[] => [i === 0 ? '' : ', ', { code: id }]),
            ],
          },
        ]),
  ].map(cutBlock);
}

function section(text: string, head: readonly string[], rows: readonly (readonly Span[])[]): Block[] {
  if (rows.length === 0) return [];
  const hidden = rows.length - ROWS;
  return [
    { kind: 'heading', text },
    table(head, rows.slice(0, ROWS)),
    ...(hidden > 0 ? [{ kind: 'paragraph' as const, spans: [`and ${number(hidden)} more`] }] : []),
  ];
}

function table(head: readonly string[], rows: readonly (readonly Span[])[]): Block {
  return { kind: 'table', head, rows };
}

function captureRows(good: CaptureReport, bad: CaptureReport): Span[][] {
  const both = (name: string, of: (side: CaptureReport) => string): Span[] => [name, of(good), of(bad)];
  const names = ({ inputs }: CaptureReport): string =>
    inputs
      .slice(0, 3)
      .map(({ name }) => name)
      .join(', ') + (inputs.length > 3 ? ` and ${inputs.length - 3} more` : '');
  return [
    both('capture', names),
    both('from', ({ span }) => span?.from ?? 'no time'),
    both('lasts', ({ span }) => (span === undefined ? '' : duration(span.durationUs))),
    both('size', ({ inputs }) => bytes(inputs.reduce((sum, input) => sum + input.bytes, 0))),
    both('read', ({ records, events }) => `${count(records, 'record')}, ${count(events, 'event')}`),
  ];
}

function attemptBlocks({ session, good, bad, steps }: AttemptsDiff): Block[] {
  const after = (us: number | undefined): string => (us === undefined ? 'never' : `+${duration(us)}`);
  return [
    { kind: 'heading', text: `Attempts ${good.attempt} and ${bad.attempt} of ${session}` },
    table(
      ['step', 'good', 'bad'],
      [
        ['begins', good.from, bad.from],
        ...steps.map(({ step, goodUs, badUs }) => [step, after(goodUs), after(badUs)]),
        ['ends', good.stopReason ?? good.to ?? 'no line says so', bad.stopReason ?? bad.to ?? 'no line says so'],
      ],
    ),
  ];
}

function findingRow({ change, detector, subject, good, bad }: FindingChange): Span[] {
  const side = (each: FindingChange['good']): string =>
    each === undefined ? '' : `${SEVERITY[each.severity].shape} ×${number(each.count)}, ${each.confidence}`;
  const known = bad?.baselined === undefined ? '' : ` (${knownText(bad.baselined)})`;
  return [change, { code: detector }, subject, side(good), side(bad), `${(bad ?? good)?.message ?? ''}${known}`];
}

function sessionRows(good: SessionSide | undefined, bad: SessionSide | undefined): Span[][] {
  const of = (side: SessionSide | undefined, value: (side: SessionSide) => string): string =>
    side === undefined ? 'not there' : value(side);
  const row = (name: string, value: (side: SessionSide) => string): Span[] => [name, of(good, value), of(bad, value)];
  return [
    row('connected', (side) => duration(side.connectedUs)),
    row('drops', (side) => number(side.drops)),
    row('starts', (side) => number(side.runs)),
    row('time to connect', ({ connectUs }) => (connectUs === undefined ? 'never' : duration(connectUs))),
    row('stops', ({ stops }) => stops.join(', ') || 'none'),
    row('at the end', ({ state }) => state),
  ];
}
