import { type CaptureTime, NO_SELECTION, parseAround, type TimeWindow, windowOf } from '../../lib/time-window.ts';
import type { Flow, World } from '../../model/entity.ts';
import type { Finding } from '../../model/finding.ts';
import { SECOND } from '../../model/units.ts';

/** What a story is of, and its time in µs. */
export type Focus = {
  readonly window: TimeWindow | undefined;
} & (
  | { readonly kind: 'finding'; readonly index: number; readonly finding: Finding }
  | { readonly kind: 'flow'; readonly flow: Flow }
  | { readonly kind: 'time'; readonly at: string }
  | { readonly kind: 'capture' }
);

interface FocusInput {
  readonly findings: readonly Finding[];
  readonly world: World;
  readonly capture: CaptureTime | undefined;
}

/**
 * `at`: a finding's number or detector, a flow's hash or id, or a time as `--around` takes it. Without it the worst finding that no
 * baseline knows, or the capture where there is none. Undefined for what is none of these.
 */
export function focusOfStory(at: string | undefined, { findings, world, capture }: FocusInput): Focus | undefined {
  if (at === undefined) {
    const index = findings.findIndex(({ baselined }) => baselined === undefined);
    const worst = findings[index];
    return worst === undefined ? { kind: 'capture', window: capture } : ofFinding(worst, index, capture);
  }
  const index = /^\d{1,4}$/.test(at) ? Number(at) - 1 : findings.findIndex(({ detector }) => detector === at);
  const finding = findings[index];
  if (finding !== undefined) return ofFinding(finding, index, capture);
  const flow = [...world.flows].find(({ id, hash }) => id === at || String(hash) === at);
  if (flow !== undefined) return { kind: 'flow', flow, window: widened(flow.openedAt, endOf(flow)) };
  const around = parseAround(at);
  if (around === undefined || capture === undefined) return undefined;
  return { kind: 'time', at, window: windowOf({ ...NO_SELECTION, around }, capture) };
}

function ofFinding(finding: Finding, index: number, capture: CaptureTime | undefined): Focus {
  const { span } = finding;
  return { kind: 'finding', index, finding, window: span === undefined ? capture : widened(span.from, span.to) };
}

function endOf({ openedAt, closedAt, kernel, provider }: Flow): number {
  return closedAt ?? Math.max(openedAt, kernel?.lastAt ?? 0, provider?.lastAt ?? 0);
}

/** What is about it belongs to it: a tenth of its length, 2 s at least and a minute at most. */
function widened(from: number, to: number): TimeWindow {
  const margin = Math.min(60 * SECOND, Math.max(2 * SECOND, (to - from) / 10));
  return { from: from - margin, to: to + margin };
}
