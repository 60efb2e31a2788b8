import type { LogRecord } from '../model/log-record.ts';
import type { FindingReport } from '../model/report.ts';
import type { LooseEvent } from '../model/typed-event.ts';
import type { Parties } from './party-flags.ts';

/** Whom and what a finding has to do with: its parties, and who printed its lines. */
export function partiesOfFinding({ subjects, evidence }: FindingReport): Parties {
  const names = subjects.flatMap(({ kind, bundle, name }) =>
    kind === 'session' || kind === 'interface' || kind === 'machine' ? [] : [bundle, name],
  );
  const named = (wanted: string): (string | undefined)[] =>
    subjects.flatMap(({ kind, name, session }) => (kind === wanted ? [name, session] : []));
  return {
    app: names,
    proc: [...names, ...evidence.map(({ process }) => process)],
    pid: [...subjects.map(({ pid }) => pid), ...evidence.map(({ pid }) => pid)],
    session: [...named('session'), ...subjects.map(({ session }) => session)],
    iface: named('interface'),
  };
}

/** The same of a record and the event that it is. */
export function partiesOfRecord({ origin, pid, level, message }: LogRecord, event: LooseEvent | undefined): Parties {
  const { flow, session } = event?.fields ?? {};
  return {
    proc: [origin.process],
    pid: [pid],
    level: [level],
    grep: [message],
    flow: typeof flow === 'number' ? [flow] : [],
    session: textsIn(session),
  };
}

/** A session is printed as its UUID, its name, or both. */
function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).filter((part) => typeof part === 'string');
}
