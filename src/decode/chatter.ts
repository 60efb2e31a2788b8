import type { ReportFormat } from '../model/input.ts';
import type { Level } from '../model/log-record.ts';
import { readReportStart } from './reports/report-lines.ts';
import type { TextFormat } from './text/line-header.ts';

/** What the tools print around records. Source: line-formats 1 to 4 and 9. */
export type Chatter =
  | { readonly kind: 'titles'; readonly format: TextFormat; readonly hasTtl: boolean }
  /** The output of a tool beside `log` begins. `isWeak`: the line may as well be part of a message. */
  | { readonly kind: 'tool'; readonly format: TextFormat | ReportFormat | 'iterator-csv'; readonly isWeak: boolean }
  | { readonly kind: 'predicate'; readonly predicate: string }
  | { readonly kind: 'skipped'; readonly levels: readonly Level[] }
  | { readonly kind: 'rule' }
  | { readonly kind: 'counters' }
  | { readonly kind: 'aside' };

/** Longer lines are no chatter; a predicate can be long. */
const LONGEST = 64 * 1024;
/** Dashes in a row that `log show` ends with. Source: line-formats 1, about 116. */
const RULE_DASHES = 60;

const TITLES =
  /^Timestamp +(?:(Thread +Type +Activity +PID)( +TTL)?|(Ty +Process\[PID:TID\])|(\(process\)\[PID\]))\s*$/;
/** First line, and titles of every sleep cycle. */
const PMSET_TITLES = /^(?:PM ASL data store: \/|Time ?stamp +Domain[ \t]+Message\b)/;
const EXTENSION_TITLES =
  /^(?:--- com\.apple\.system_extension\.|enabled[ \t]+active[ \t]+teamID[ \t]+bundleID \(version\)[ \t])/;
const EXTENSION_COUNT = /^\d{1,4} extension\(s\)\s*$/;
/** Its first column, and two that no other table has both. */
const CSV_TITLES =
  /^"?(?:timestamp|date ?time|subsystem|event[_ ]?type)"?,(?=.*\b(?:event|log)[_ ]?type\b).*\bmessage\b/i;
const PREDICATE = /^Filtering the log data using "(.*)"\s*$/;
const SKIPPED = /^Skipping ((?:info|debug|default)(?:(?:, | and )(?:info|debug|default))*) messages, pass /;
const RULE = new RegExp(`^-{${RULE_DASHES},}\\s*$`);
const COUNTERS = /^(?:Log +- Default: +\d+, |Activity +- Create: +\d+, )/;
const ASIDE = /^getpwuid_r did not find a match for uid \d+\s*$/;

/** First bytes of the lines below: most lines are told apart by this alone. */
const FIRST_BYTES = new Uint8Array(256);
for (const letter of 'TtFS"-LAgPe0123456789') FIRST_BYTES[letter.charCodeAt(0)] = 1;

/** What this line of the tool's own says; undefined where it is none. */
export function readChatter(bytes: Buffer, from: number, end: number): Chatter | undefined {
  const report = readReportStart(bytes, from, end);
  if (report !== undefined) return { kind: 'tool', format: report.format, isWeak: report.isWeak };
  if (FIRST_BYTES[bytes[from] ?? 0] === 0 || end - from > LONGEST) return undefined;
  const line = bytes.toString('utf8', from, end);
  const titles = TITLES.exec(line);
  if (titles !== null) return titlesOf(titles);
  const tool = readTool(line);
  if (tool !== undefined) return tool;
  const predicate = PREDICATE.exec(line)?.[1];
  if (predicate !== undefined) return { kind: 'predicate', predicate };
  const skipped = SKIPPED.exec(line)?.[1];
  // The pattern admits names of levels only.
  if (skipped !== undefined) return { kind: 'skipped', levels: skipped.split(/, | and /) as Level[] };
  if (RULE.test(line)) return { kind: 'rule' };
  if (COUNTERS.test(line)) return { kind: 'counters' };
  return ASIDE.test(line) ? { kind: 'aside' } : undefined;
}

function titlesOf([, columns, ttl, compact]: RegExpExecArray): Chatter {
  const format = columns !== undefined ? 'log-show-default' : compact !== undefined ? 'compact' : 'syslog';
  return { kind: 'titles', format, hasTtl: ttl !== undefined };
}

/** Lines with which the output of a tool beside `log` begins. */
function readTool(line: string): Chatter | undefined {
  const isCount = EXTENSION_COUNT.test(line);
  const format = PMSET_TITLES.test(line)
    ? 'pmset'
    : isCount || EXTENSION_TITLES.test(line)
      ? 'systemextensionsctl'
      : CSV_TITLES.test(line)
        ? 'iterator-csv'
        : undefined;
  return format === undefined ? undefined : { kind: 'tool', format, isWeak: isCount };
}
