import { formatIso } from '../../lib/time-format.ts';
import { parseTimestamp } from '../../lib/time-parse.ts';
import { UNKNOWN_YEAR } from '../../lib/unknown-dates.ts';
import { LEVELS, type LogRecord } from '../../model/log-record.ts';
import type { Timeline } from '../../model/timeline.ts';
import { renderEventLine } from '../event-line.ts';

/** Lines before and after a cited one. */
const CONTEXT = 5;
/** Sessions say what else was going on. */
const OF_SESSIONS = /^nesessionmanager\./;

export interface EvidenceFile {
  /** As `log show --style ndjson` prints lines, each with the name of its input and its line there. */
  readonly text: string;
  readonly lines: number;
}

/** The lines that findings cite, those around them (`hasContext`) and those about sessions, in the order of time. */
export function evidenceLines(timeline: Timeline, hasContext: boolean): EvidenceFile {
  const { lines, findings, eventNames } = timeline;
  const kept = new Uint8Array(lines.count);
  const around = hasContext ? CONTEXT : 0;
  for (const place of findings.flatMap(({ evidence }) => evidence))
    if (place >= 0) kept.fill(1, Math.max(0, place - around), place + around + 1);
  const isSession = eventNames.map((name) => OF_SESSIONS.test(name));
  for (let i = 0; i < lines.count; i++) if (isSession[lines.event[i] ?? 0] === true) kept[i] = 1;
  const stampOf = stamps(timeline);
  const written: string[] = [];
  for (let i = 0; i < lines.count; i++) if (kept[i] === 1) written.push(lineAt(timeline, i, stampOf));
  return { text: written.join(''), lines: written.length };
}

function lineAt({ lines, sources }: Timeline, index: number, stampOf: (at: number) => string): string {
  const source = sources[lines.source[index] ?? 0];
  const { process = '', sender = '', subsystem = '', category = '', pid = -1, input = '' } = source ?? {};
  // The brands are of values that are not written: the time stands in the stamp.
  const record = {
    at: 0,
    origin: { id: 0, process, processPath: undefined, sender, subsystem, category },
    pid,
    tid: 0,
    level: LEVELS[lines.level[index] ?? 0] ?? 'unknown',
    message: lines.text[index] ?? '',
    formatString: undefined,
    boot: undefined,
    ref: { input: 0, offset: 0, line: lines.place[index] ?? 0 },
  } as unknown as LogRecord;
  return renderEventLine(record, undefined, { timestamp: stampOf(lines.at[index] ?? 0), input });
}

/** Times as `log show` prints them; what the export does not print is not made up. */
function stamps({ from, zones }: Timeline): (at: number) => string {
  const whole = from.startsWith('--')
    ? `${UNKNOWN_YEAR}-${from.slice(2)}`
    : /^\d\d:/.test(from)
      ? `1704-06-01T${from}`
      : from;
  const start = parseTimestamp(whole)?.at;
  if (start === undefined) return () => '';
  return (at) => {
    let offset = zones[0]?.offsetMinutes;
    for (const zone of zones) if (zone.at <= at) offset = zone.offsetMinutes;
    // Microseconds by construction.
    const iso = formatIso((start + at) as typeof start, offset);
    return iso.replace('T', ' ').replace(/([+-]\d\d):(\d\d)$/, '$1$2');
  };
}
