/** What was typed into the search box: words that must all be there, `field:value`, `-word` for what must not. */
export interface Term {
  readonly field: 'text' | 'process' | 'level' | 'lane' | 'event' | 'flow' | 'app' | 'host';
  /** In lower case. */
  readonly value: string;
  readonly isUnwanted: boolean;
}

const FIELDS: readonly Term['field'][] = ['process', 'level', 'lane', 'event', 'flow', 'app', 'host'];

/** Words in double quotes keep their blanks. No term where fewer than two characters of text were typed. */
export function parseQuery(query: string): Term[] {
  const found: Term[] = [];
  for (const [word] of query.matchAll(/(?:[^\s"]+|"[^"]*"?)+/g)) {
    const isUnwanted = word.length > 1 && word.startsWith('-');
    const rest = isUnwanted ? word.slice(1) : word;
    const colon = rest.indexOf(':');
    const field = FIELDS.find((each) => each === rest.slice(0, Math.max(0, colon)).toLowerCase());
    const value = (field === undefined ? rest : rest.slice(colon + 1)).replaceAll('"', '').toLowerCase();
    if (value === '' || (field === undefined && value.length < 2)) continue;
    found.push({ field: field ?? 'text', value, isUnwanted });
  }
  return found;
}

/** Whether a text in lower case is what the terms of this field ask for. */
export function matches(terms: readonly Term[], text: string): boolean {
  for (const { value, isUnwanted } of terms) if (text.includes(value) === isUnwanted) return false;
  return true;
}
