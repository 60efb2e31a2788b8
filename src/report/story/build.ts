import type { CaptureTime } from '../../lib/time-window.ts';
import type { Cite, Flow, World } from '../../model/entity.ts';
import type { Finding } from '../../model/finding.ts';
import type { SpanReport, VerdictReport } from '../../model/report.ts';
import type { Story, StoryFocus, StoryLine } from '../../model/story.ts';
import type { Micros } from '../../model/units.ts';
import type { ReportClock } from '../iso.ts';
import { placeOf } from '../place.ts';
import { choose } from './choose.ts';
import { flowMoments } from './flow-moments.ts';
import { type Focus, focusOfStory } from './focus.ts';
import { type Moment, placeKey, WEIGHT } from './moment.ts';
import { systemMoments } from './system-moments.ts';

export interface StoryInput {
  /** A finding's number or detector, a flow, or a time; undefined for the worst finding. */
  readonly at: string | undefined;
  readonly findings: readonly Finding[];
  readonly world: World;
  /** Undefined where no record has a time. */
  readonly capture: CaptureTime | undefined;
  readonly verdict: VerdictReport;
  readonly clock: ReportClock;
  readonly nameOf: (input: number) => string;
  readonly textOf: (cite: Cite) => string;
}

/** What happened about one thing, across processes. Undefined where the capture has no such thing. */
export function buildStory(input: StoryInput): Story | undefined {
  const { at, findings, world, clock } = input;
  const focus = focusOfStory(at, input);
  if (focus === undefined) return undefined;
  const parties = focus.kind === 'finding' ? focus.finding.subjects : [];
  const flows = flowMoments(flowsOf(focus, world), world);
  const evidence = findings.flatMap((finding) => evidenceOf(finding, focus, input.textOf));
  const moments = [
    ...systemMoments(world, parties),
    ...flows.moments,
    ...evidence.filter(({ cite }) => cite === undefined || !flows.told.has(placeKey(cite))),
  ];
  const { moments: chosen, omitted } = choose(moments, focus.window);
  const span = spanOf(chosen, clock);
  const cause = causeOf(focus, input.verdict);
  return {
    focus: focusReport(focus),
    ...(span === undefined ? {} : { span }),
    lines: chosen.map((moment) => lineOf(moment, input)),
    omitted,
    ...(cause === undefined ? {} : { cause }),
  };
}

function evidenceOf(finding: Finding, focus: Focus, textOf: StoryInput['textOf']): Moment[] {
  const isFocus = focus.kind === 'finding' && focus.finding === finding;
  // Of other findings only what decides, where the story is of a time or of all.
  const lines = isFocus
    ? finding.evidence
    : finding.evidence.filter(({ decisive }) => decisive && focus.kind !== 'flow');
  return lines.map(({ cite, decisive, times }) => ({
    at: cite.at,
    who: cite.process,
    ...(cite.pid < 0 ? {} : { pid: cite.pid }),
    says: undefined,
    cite,
    // Lines of one kind say the same words: a start is no stop, whoever the finding is about.
    key: `evidence ${finding.detector} ${cite.process} ${wordsOf(textOf(cite))}`,
    weight: isFocus ? (decisive ? WEIGHT.decisive : WEIGHT.evidence) : WEIGHT.otherFinding,
    decisive: isFocus && decisive,
    times,
  }));
}

/** A line without its numbers, in whatever base: what differs in them happened again. */
function wordsOf(text: string): string {
  return text.replaceAll(/[\da-f]*\d[\da-f]*/gi, '#');
}

/** Flows that the story is of: the one asked for; those that the evidence cites and their like; those that failed. */
function flowsOf(focus: Focus, world: World): Flow[] {
  if (focus.kind === 'flow') return [focus.flow];
  const { window } = focus;
  const within = [...world.flows].filter(
    ({ openedAt, closedAt = openedAt }) => window === undefined || (openedAt <= window.to && closedAt >= window.from),
  );
  if (focus.kind !== 'finding') return within.filter(isBad);
  const cited = new Set(focus.finding.evidence.map(({ cite }) => placeKey(cite)));
  const own = within.filter(({ cites }) => cites.some((cite) => cited.has(placeKey(cite))));
  const kinds = new Set(own.map(likeness));
  return within.filter((flow) => kinds.has(likeness(flow)));
}

function likeness({ app, providerPid, ending }: Flow): string {
  return [app, providerPid, ending?.code].join('\0');
}

const GOOD: ReadonlySet<string> = new Set(['OK', 'OPN', 'REJ', '???', 'RSA']);

function isBad({ ending }: Flow): boolean {
  return ending !== undefined && !GOOD.has(ending.code);
}

function lineOf(moment: Moment, { clock, nameOf, textOf }: StoryInput): StoryLine {
  const { at, until, times = 1, who, pid, says, cite, decisive = false, inferred = false } = moment;
  const iso = (time: number): string => clock.iso(time as Micros, cite?.ref.input);
  return {
    at: iso(at),
    ...(until === undefined || until === at ? {} : { until: iso(until) }),
    ...(times > 1 ? { times } : {}),
    who,
    ...(pid === undefined ? {} : { pid }),
    ...(says === undefined ? {} : { says }),
    ...(says === undefined && cite !== undefined ? { quotes: textOf(cite) } : {}),
    decisive,
    inferred,
    ...(cite === undefined ? {} : { input: nameOf(cite.ref.input), ...placeOf(cite) }),
  };
}

function spanOf(moments: readonly Moment[], clock: ReportClock): SpanReport | undefined {
  const [first] = moments;
  if (first === undefined) return undefined;
  const last = moments.reduce((latest, { at, until = at }) => Math.max(latest, until), first.at);
  const iso = (time: number): string => clock.iso(time as Micros, first.cite?.ref.input);
  return { from: iso(first.at), to: iso(last), durationUs: last - first.at };
}

function causeOf(focus: Focus, verdict: VerdictReport): Story['cause'] {
  switch (focus.kind) {
    case 'finding': {
      const { message, confidence, reasons } = focus.finding;
      return { text: message, confidence, reasons };
    }
    case 'flow': {
      const { ending } = focus.flow;
      if (ending === undefined) return undefined;
      const { who, reason, grade } = ending.closedBy;
      const text =
        who === 'open'
          ? 'The flow is open when the capture ends.'
          : who === 'unknown'
            ? `Who ended the flow is not known (${reason}).`
            : `The ${who} ended the flow (${reason}); known ${grade}.`;
      return { text, reasons: [] };
    }
    default:
      return {
        text: verdict.text,
        ...(verdict.confidence === undefined ? {} : { confidence: verdict.confidence }),
        reasons: [],
      };
  }
}

function focusReport(focus: Focus): StoryFocus {
  switch (focus.kind) {
    case 'finding': {
      const { detector, title } = focus.finding;
      return { kind: 'finding', index: focus.index + 1, detector, title };
    }
    case 'flow':
      return { kind: 'flow', id: focus.flow.id };
    case 'time':
      return { kind: 'time', at: focus.at };
    default:
      return { kind: 'capture' };
  }
}
