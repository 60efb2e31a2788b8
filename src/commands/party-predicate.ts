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
