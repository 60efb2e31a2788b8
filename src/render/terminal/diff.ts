import type {
  AttemptSide,
  AttemptsDiff,
  CaptureDiff,
  DeathChange,
  FindingChange,
  SessionChange,
  SessionSide,
} from '../../model/diff.ts';
import type { CaptureReport } from '../../model/report.ts';
import { clock } from './clock.ts';
import { cutMiddle, wrap } from './columns.ts';
import { hang, type Line, line, paint, span } from './line.ts';
import { visibleDeep } from './visible.ts';
import { bytes, count, duration, knownText, list, number, SEVERITY } from './words.ts';

export interface DiffOptions {
  readonly width: number;
  readonly colour: boolean;
}

const OUTCOMES_SHOWN = 5;
const MARK: Readonly<Record<FindingChange['change'], string>> = { new: '+', gone: '−', changed: '~', same: '=' };

/** Two captures side by side: what is new first, what got worse last, as the sentence to go by. */
export function renderDiff(
  diff: CaptureDiff,
  captures: { readonly good: CaptureReport; readonly bad: CaptureReport },
  options: DiffOptions,
): string {
  const drawn = visibleDeep({ ...diff, ...captures });
  const { width } = options;
  const lines: Line[] = [
    captureLine('GOOD', drawn.good, width),
    captureLine('BAD', drawn.bad, width),
    ...(drawn.attempts === undefined ? [] : section('Attempts', attemptLines(drawn.attempts, width))),
    ...section(
      'Findings',
      drawn.findings.flatMap((change) => findingLines(change, width)),
    ),
    ...section(
      'Sessions',
      drawn.sessions.flatMap((change) => sessionLines(change, width)),
    ),
    ...section('Flows', flowLines(drawn)),
    ...section('Deaths', drawn.deaths.map(deathLine)),
    ...section('Not comparable', drawn.incomparable.length === 0 ? [] : incomparableLines(drawn.incomparable, width)),
    [],
    ...verdictLines(drawn.regressions, width),
    ...knownLines(drawn),
  ];
  return paint(lines, options);
}

function captureLine(label: string, { inputs, span: times }: CaptureReport, width: number): Line {
  const names =
    list(inputs.slice(0, 2).map(({ name }) => name)) + (inputs.length > 2 ? ` and ${inputs.length - 2} more` : '');
  const size = bytes(inputs.reduce((sum, input) => sum + input.bytes, 0));
  const when =
    times === undefined ? '' : ` · ${clock(times.from).date} ${clock(times.from).time} ${duration(times.durationUs)}`;
  const facts = ` ${size}${when}`;
  const room = Math.max(10, width - 6 - facts.length);
  return line(span(label.padEnd(6), 'label'), span(cutMiddle(names, room), 'strong'), span(facts, 'quiet'));
}

function attemptLines({ session, good, bad, steps }: AttemptsDiff, width: number): Line[] {
  const side = ({ attempt, from, stopReason }: AttemptSide): string =>
    `${attempt} at ${clock(from).time}${stopReason === undefined ? '' : ` (${stopReason})`}`;
  const widest = Math.max(0, ...steps.map(({ step }) => step.length));
  const after = (us: number | undefined): string => (us === undefined ? 'never' : `+${duration(us)}`);
  return [
    ...wrap(`${session}: attempt ${side(good)} against ${side(bad)}`, Math.max(10, width - 3)).map((text) =>
      line('   ', span(text, 'strong')),
    ),
    ...steps.map(({ step, goodUs, badUs }) =>
      line(
        `   ${cutMiddle(step, width - 24).padEnd(Math.min(widest, width - 24))}  ${after(goodUs).padStart(8)} → `,
        span(after(badUs), goodUs !== undefined && badUs === undefined ? 'bad' : 'plain'),
      ),
    ),
  ];
}

function section(title: string, lines: readonly Line[]): Line[] {
  return lines.length === 0 ? [] : [[], line(span(title, 'label')), ...lines];
}

function findingLines({ change, detector, subject, good, bad }: FindingChange, width: number): Line[] {
  const side = bad ?? good;
  if (side === undefined) return [];
  const { shape, style } = SEVERITY[side.severity];
  const known = bad?.baselined;
  const isBad = change === 'new' && known === undefined;
  const head = line(span(` ${MARK[change]} `, isBad ? 'bad' : 'quiet'), span(`${shape} `, style));
  const text = `${detector} ${subject} ${figures(good, bad)}`.replace(/ +/g, ' ').trimEnd();
  const what = change === 'gone' ? 'only in GOOD' : change === 'new' ? side.message : '';
  return hang(
    head,
    [text, ...(what === '' ? [] : [what]), ...(known === undefined ? [] : [knownText(known)])].flatMap((each, index) =>
      wrap(each, Math.max(10, width - 5)).map((part) => line(span(part, index === 0 ? 'strong' : 'quiet'))),
    ),
  );
}

function figures(good: FindingChange['good'], bad: FindingChange['bad']): string {
  if (good === undefined || bad === undefined) return `×${number((bad ?? good)?.count ?? 0)}`;
  return [
    good.count === bad.count ? `×${number(bad.count)}` : `×${number(good.count)} → ×${number(bad.count)}`,
    ...(good.severity === bad.severity ? [] : [`${good.severity} → ${bad.severity}`]),
    ...(good.confidence === bad.confidence ? [] : [`confidence ${good.confidence} → ${bad.confidence}`]),
  ].join(', ');
}

function sessionLines({ name, kind, good, bad }: SessionChange, width: number): Line[] {
  const facts =
    good === undefined || bad === undefined
      ? [`only in ${good === undefined ? 'BAD' : 'GOOD'}: ${alone(good ?? bad)}`]
      : both(good, bad);
  return hang(
    line('   '),
    [line(span(`${name} `, 'strong'), span(`(${kind})`, 'quiet'))].concat(
      facts.flatMap((fact) => wrap(fact, Math.max(10, width - 3)).map((part) => line(part))),
    ),
  );
}

function alone(side: SessionSide | undefined): string {
  return side === undefined ? '' : `connected ${duration(side.connectedUs)}, ${side.drops} drops, ends ${side.state}`;
}

function both(good: SessionSide, bad: SessionSide): string[] {
  const rows: [string, string, string][] = [
    ['connected', duration(good.connectedUs), duration(bad.connectedUs)],
    ['drops', String(good.drops), String(bad.drops)],
    ['runs', String(good.runs), String(bad.runs)],
    ['time to connect', timeOf(good), timeOf(bad)],
    ['ends', good.state, bad.state],
    ['stops', good.stops.join(', ') || 'none', bad.stops.join(', ') || 'none'],
  ];
  return rows.filter(([, was, is]) => was !== is).map(([title, was, is]) => `${title}  ${was} → ${is}`);
}

function timeOf({ connectUs }: SessionSide): string {
  return connectUs === undefined ? 'never' : duration(connectUs);
}

function flowLines({ flows }: CaptureDiff): Line[] {
  if (flows.good + flows.bad === 0) return [];
  const share = (value: number): string => `${Math.round(value * 100)} %`;
  return [
    line(`   ${number(flows.good)} → ${number(flows.bad)} seen`),
    ...flows.outcomes
      .filter(({ good, bad }) => share(good) !== share(bad))
      .slice(0, OUTCOMES_SHOWN)
      .map(({ state, good, bad }) => line(`   ${state}  ${share(good)} → ${share(bad)}`)),
  ];
}

function deathLine({ provider, kind, good, bad }: DeathChange): Line {
  return line('   ', span(provider, 'strong'), ` ${kind}  ${good} → ${bad}`);
}

function incomparableLines(ids: readonly string[], width: number): Line[] {
  const text = `one capture lacks the lines for ${list(ids)}`;
  return hang(
    line('   '),
    wrap(text, Math.max(10, width - 3)).map((part) => line(span(part, 'quiet'))),
  );
}

/** What would have been one without the baseline. */
function knownLines({ findings }: CaptureDiff): Line[] {
  const known = findings.filter(({ change, bad }) => change !== 'same' && bad?.baselined !== undefined).length;
  if (known === 0) return [];
  const text = `${count(known, 'finding')} that ${known === 1 ? 'is' : 'are'} new or changed the baseline knows.`;
  return [line(span(text, 'quiet'))];
}

function verdictLines(regressions: readonly string[], width: number): Line[] {
  if (regressions.length === 0) return [line(span('Nothing got worse that both captures can show.', 'good'))];
  const head = regressions.length === 1 ? 'One thing got worse.' : `${regressions.length} things got worse.`;
  return [
    line(span(head, 'bad')),
    ...regressions.flatMap((each) =>
      hang(
        line(' ▲ '),
        wrap(each, Math.max(10, width - 3)).map((part) => line(part)),
      ),
    ),
  ];
}
