import type { Flow, Session, Span } from '../model/entity.ts';
import type { Finding } from '../model/finding.ts';
import { MINUTE, type Micros, SECOND } from '../model/units.ts';

/** The lanes show the whole capture unless what matters fills less of it than this. */
const SMALL_SHARE = 0.1;
/** All of a capture shorter than this is looked at. */
const SHORT_US = 10 * MINUTE;
/** Shown before and behind what matters, as a share of it, and at least. */
const MARGIN_SHARE = 0.2;
const LEAST_MARGIN_US = 30 * SECOND;

/**
 * The part of a capture that its lanes show; undefined for the whole. A sysdiagnose holds minutes of the log beside weeks of
 * pmset and months of reports: drawn over all of it, the minutes would be one column. What matters is the worst finding and
 * the findings near it; without any, the sessions and flows.
 */
export function focusOf(
  whole: Span | undefined,
  findings: readonly Finding[],
  sessions: readonly Session[],
  flows: readonly Flow[],
): Span | undefined {
  if (whole === undefined || whole.to - whole.from < SHORT_US) return undefined;
  const core = spanOfFindings(findings, whole) ?? spanOfEntities(sessions, flows);
  const length = whole.to - whole.from;
  if (core === undefined || core.to - core.from > length * SMALL_SHARE) return undefined;
  const focus = widened(core, whole);
  return focus.to - focus.from > length * SMALL_SHARE * 2 ? undefined : focus;
}

function spanOfFindings(findings: readonly Finding[], whole: Span): Span | undefined {
  let core: Span | undefined;
  for (const { span } of findings) {
    // A report may be of another time than the log.
    if (span === undefined || span.to < whole.from || span.from > whole.to) continue;
    // Findings come worst first: what lies about the worst one belongs to it.
    if (core === undefined || isNear(core, span)) core = union(core, span);
  }
  return core;
}

function spanOfEntities(sessions: readonly Session[], flows: readonly Flow[]): Span | undefined {
  const times = [
    ...sessions.flatMap((session) => session.history.map(({ at }) => at)),
    ...flows.flatMap((flow) => [flow.openedAt, flow.closedAt ?? flow.openedAt]),
  ];
  const first = times[0];
  if (first === undefined) return undefined;
  return times.reduce<Span>((span, at) => union(span, { from: at, to: at }), { from: first, to: first });
}

function isNear(core: Span, span: Span): boolean {
  const reach = Math.max(core.to - core.from, 10 * LEAST_MARGIN_US);
  return span.from <= core.to + reach && span.to >= core.from - reach;
}

function union(a: Span | undefined, b: Span): Span {
  if (a === undefined) return b;
  return { from: a.from < b.from ? a.from : b.from, to: a.to > b.to ? a.to : b.to };
}

function widened(core: Span, whole: Span): Span {
  const margin = Math.max(LEAST_MARGIN_US, (core.to - core.from) * MARGIN_SHARE);
  // Still µs: both ends are clamped to the capture's own.
  return {
    from: Math.max(whole.from, Math.round(core.from - margin)) as Micros,
    to: Math.min(whole.to, Math.round(core.to + margin)) as Micros,
  };
}
