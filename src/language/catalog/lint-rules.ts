import type { Catalog, RuleSpec } from '../../model/catalog.ts';
import type { Diagnostic } from '../diagnostic.ts';
import { clauseSource } from './clause-source.ts';
import type { ParsedCatalog } from './parse-catalog.ts';
import { createReporter, type Reporter } from './reporter.ts';
import { eventsOf } from './rule-events.ts';
import { escapePattern } from './values.ts';

/** What a template leaves open: `‹why it matters›`. */
const BLANK = /‹[^‹›]*›/;

/**
 * What a rule that runs still lacks: blanks of its template, a threshold nobody can judge, an event that captures seldom hold.
 * A blank is an error, the others are warnings.
 */
export function lintRules(parsed: ParsedCatalog): Diagnostic[] {
  const reporter = createReporter(parsed);
  for (const rule of parsed.value.rules) {
    if (!reporter.isOwn(rule.place)) continue;
    lintBlanks(rule, parsed, reporter);
    lintThreshold(rule, parsed, reporter);
    lintLevels(rule, parsed.value, reporter);
  }
  return [...reporter.diagnostics];
}

function lintBlanks(rule: RuleSpec, { sources }: ParsedCatalog, reporter: Reporter): void {
  const { file, line: first } = rule.place;
  const lines = clauseSource((sources.get(file) ?? []).join('\n'), first);
  for (const [index, written] of lines.entries()) {
    const found = BLANK.exec(written);
    // A comment may show what a blank looks like.
    if (found === null || written.trimStart().startsWith('--')) continue;
    const place = { file, line: first + index, column: found.index + 1 };
    reporter.report(place, { code: 'rule-blank', message: 'still to be filled in' });
  }
}

/** A number that decides needs a reason: whoever has the finding in hand asks why five and not four. */
function lintThreshold(rule: RuleSpec, { sources }: ParsedCatalog, reporter: Reporter): void {
  const { when, place } = rule;
  if (when.form === 'seen') return;
  const clause = reporter.placeAfter(place, /(?<=^\s*)when\b/);
  const lines = sources.get(place.file) ?? [];
  const around = [lines[clause.line - 2] ?? '', lines[clause.line - 1] ?? '', lines[clause.line] ?? ''];
  if (around.some((line) => /(?:^|\s)--\s*\S/.test(line)) || rule.see.length > 0) return;
  const numbers = when.form === 'count' ? [String(when.atLeast)] : [];
  const said = `${rule.means ?? ''} ${rule.notIt ?? ''}`;
  if (numbers.some((each) => new RegExp(`(?<!\\d)${each}(?!\\d)`).test(said))) return;
  reporter.report(clause, {
    code: 'rule-threshold-unexplained',
    severity: 'warning',
    message: `rule ${rule.name} does not say why ${when.form === 'count' ? `${when.atLeast}, and why within that time` : 'within that time'}`,
    help: "a comment above 'when' (-- three retries are normal), or a source under 'see'",
  });
}

/** Debug messages are kept for minutes and seldom recorded: a rule that needs one can seldom look. */
function lintLevels(rule: RuleSpec, catalog: Catalog, reporter: Reporter): void {
  const needed = rule.needs.length > 0 ? rule.needs : eventsOf(rule.when);
  for (const event of new Set(needed)) {
    const slash = event.lastIndexOf('/');
    const family = catalog.families.find(({ name }) => name === event.slice(0, slash));
    const message = family?.messages.find(({ name }) => name === event.slice(slash + 1));
    const isSaid = rule.examples.some(({ kind }) => kind === 'not-observable');
    if (isSaid || (message?.level !== 'debug' && message?.onlyIf === undefined)) continue;
    const why = message.onlyIf === undefined ? 'a debug message' : `printed only with ${message.onlyIf}`;
    reporter.report(reporter.placeAfter(rule.place, new RegExp(`(?<![\\w./-])${escapePattern(event)}(?![\\w./-])`)), {
      code: 'rule-needs-debug',
      severity: 'warning',
      message: `${event} is ${why}: few captures hold it`,
      help: 'ask for a message of another level, or prove with an example not-observable that the rule says so',
    });
  }
}
