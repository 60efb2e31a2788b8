import type { Redactor } from '../redact/redactor.ts';
import { isAppleName } from '../redact/software-names.ts';
import { isToken } from '../redact/tokens.ts';
import type { Party, PartyFlags } from './party-flags.ts';

/** What each flag asks for of a record. */
const FIELDS: Partial<Readonly<Record<Party, string>>> = {
  proc: 'process',
  pid: 'processIdentifier',
  flow: 'flow',
  session: 'session',
  level: 'messageType',
  grep: 'eventMessage',
};
const WITHOUT_QUOTES: ReadonlySet<string> = new Set(['processIdentifier', 'flow', 'messageType']);

/**
 * The selection of these flags as predicates, `--where` first, for whoever reads the selected records again: what was left out
 * proves nothing there.
 */
export function predicatesOf(flags: PartyFlags & { readonly where?: string | undefined }): string[] {
  const chosen = Object.entries(FIELDS).flatMap(([party, field]) => {
    // The keys of the table are parties.
    const values = flags[party as Party];
    return values === undefined ? [] : [predicateOf(field, values)];
  });
  const excluded = (flags.exclude ?? []).map((text) => `NOT (${comparison('eventMessage', text)})`);
  return [...(flags.where === undefined ? [] : [flags.where]), ...chosen, ...excluded];
}

const LITERAL = /"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'/g;

/**
 * The same for a file that is handed over: what somebody typed may be a part of a private value, which no search for the whole
 * would find. Of a text stays a token, or a name of Apple's.
 */
export function privatePredicatesOf(flags: Parameters<typeof predicatesOf>[0], redactor: Redactor): string[] {
  return predicatesOf(flags).map((predicate) =>
    predicate.replaceAll(LITERAL, (literal) => {
      const typed = literal.slice(1, -1);
      const written = redactor.text(typed);
      return `"${isToken(written) || isAppleName(typed) ? written : '…'}"`;
    }),
  );
}

function predicateOf(field: string, values: readonly string[]): string {
  const wanted = values.filter((value) => !value.startsWith('!')).map((value) => comparison(field, value));
  const unwanted = values
    .filter((value) => value.startsWith('!'))
    .map((value) => `NOT (${comparison(field, value.slice(1))})`);
  const any = wanted.length > 1 ? [`(${wanted.join(' OR ')})`] : wanted;
  return [...any, ...unwanted].join(' AND ');
}

function comparison(field: string, value: string): string {
  if (WITHOUT_QUOTES.has(field)) return `${field} == ${value}`;
  const quoted = JSON.stringify(value);
  return value.includes('*') && field !== 'eventMessage'
    ? `${field} LIKE[c] ${quoted}`
    : `${field} CONTAINS[c] ${quoted}`;
}
