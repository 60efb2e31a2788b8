import type { Place } from '../model/catalog.ts';

export type DiagnosticCode =
  | 'syntax'
  | 'sample-missing'
  | 'sample-unmatched'
  | 'sample-captures-differ'
  | 'ambiguous'
  | 'unknown-type'
  | 'unused-type'
  | 'duplicate-name'
  | 'open-holes-adjacent'
  | 'too-many-open-holes'
  | 'gate-not-origin-only'
  | 'probe-missing'
  | 'floating'
  | 'shadowed-by'
  | 'unknown-event'
  | 'rule-example-missing'
  | 'rule-unknown-event'
  | 'rule-unknown-placeholder'
  | 'rule-unknown-field'
  | 'rule-unknown-entity'
  | 'rule-unknown-audience'
  | 'rule-example-failed'
  | 'rule-blank'
  | 'rule-threshold'
  | 'rule-threshold-unexplained'
  | 'rule-needs-debug';

/** What is wrong with a text somebody wrote: a catalog file, a predicate. An error keeps the text from being used. */
export interface Diagnostic {
  readonly code: DiagnosticCode;
  readonly severity: 'error' | 'warning';
  readonly place: Place;
  /** Lower-case; says the expected and the found. Stands beside the caret. */
  readonly message: string;
  /** The line the caret points into: a line of the source, or a sample where a place inside it is meant. */
  readonly sourceLine: string;
  /** 0-based column of the caret in `sourceLine`. */
  readonly caret: number;
  readonly help?: string;
}

/** A result with everything that was wrong on the way to it. */
export interface Parsed<T> {
  readonly value: T;
  readonly problems: readonly Diagnostic[];
}

const MAX_WIDTH = 120;
const BEFORE_CARET = 60;

/** `file:line:column  code`, the line, a caret with the message, and the help; long lines are cut round the caret. */
export function renderDiagnostic(diagnostic: Diagnostic): string {
  const { place, code, severity, message, help } = diagnostic;
  const mark = severity === 'warning' ? ' (warning)' : '';
  const { line, caret } = window(diagnostic.sourceLine, diagnostic.caret);
  const lines = [
    `${place.file}:${place.line}:${place.column}  ${code}${mark}`,
    `  ${line}`,
    `  ${' '.repeat(caret)}^ ${message}`,
  ];
  if (help !== undefined) lines.push(`  help: ${help}`);
  return lines.join('\n');
}

function window(sourceLine: string, caret: number): { line: string; caret: number } {
  const indent = /^\s*/.exec(sourceLine)?.[0].length ?? 0;
  const cut = Math.min(indent, caret);
  let line = sourceLine.slice(cut).replaceAll(/\s/g, ' ').trimEnd();
  let at = caret - cut;
  if (line.length > MAX_WIDTH && at > BEFORE_CARET) {
    const from = at - BEFORE_CARET;
    line = `…${line.slice(from + 1)}`;
    at -= from;
  }
  if (line.length > MAX_WIDTH) line = `${line.slice(0, MAX_WIDTH - 1)}…`;
  return { line, caret: at };
}
