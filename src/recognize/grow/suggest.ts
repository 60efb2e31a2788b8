import { checkCatalog } from '../../language/catalog/check.ts';
import { parseCatalog } from '../../language/catalog/parse-catalog.ts';
import type { Cluster, Slot } from './cluster-messages.ts';
import { scrub } from './scrub.ts';

const TYPES: Readonly<Record<Exclude<Slot['kind'], 'literal'>, string>> = {
  hidden: 'label',
  uuid: 'uuid',
  endpoint: 'endpoint',
  ip: 'ip',
  name: 'word',
  pointer: 'pointer',
  seconds: 'seconds',
  number: 'u64',
  quoted: 'quoted',
  word: 'word',
};

/** Names that say nothing of what is behind them. */
const FILLERS = new Set(
  'a an the of to in on at for from with and or is was by as has have been not no it its'.split(' '),
);
const NAME_WORDS = 4;

/**
 * A family with an entry for each cluster of messages. Only what the language takes comes out: a wording that nothing but
 * values makes up, that two values without anything between make ambiguous, or whose sample it would not match, is left out.
 */
export function suggestFamily(process: string, subsystems: readonly string[], clusters: readonly Cluster[]): string {
  const gate = subsystems.length === 1 ? ` and subsystem == ${quoted(subsystems[0] ?? '')}` : '';
  const name = familyName(process);
  const names = new Set<string>();
  const entries = clusters.map((cluster) => {
    const message = unused(messageName(cluster.slots), names);
    names.add(message);
    return { message, text: entryOf(message, cluster) };
  });
  const header = [
    `-- Written by necropsy grammar suggest from a capture: names and meanings are yours to give.`,
    `family ${name}`,
    `  title  ${quoted(process)}`,
    `  where  process == ${quoted(process)}${gate}`,
    '',
  ];
  return `${[...header, ...narrowFirst(header.join('\n'), entries)].join('\n')}\n`;
}

interface Entry {
  readonly message: string;
  readonly text: string;
}

/** Leaves out entries with errors, one round after the other; where one takes another's sample the narrower goes first. */
function narrowFirst(header: string, entries: readonly Entry[]): string[] {
  let kept = [...entries].sort((a, b) => literalLength(b.text) - literalLength(a.text));
  for (;;) {
    const parsed = parseCatalog([{ name: 'suggested', text: [header, ...kept.map(({ text }) => text)].join('\n') }]);
    const errors = [...parsed.problems, ...checkCatalog(parsed)].filter(({ severity }) => severity === 'error');
    if (errors.length === 0) return kept.map(({ text }) => text);
    const lines = new Set(errors.map(({ place }) => place.line));
    const bad = new Set(kept.filter((_, index) => touches(header, kept, index, lines)));
    // An error that belongs to no entry cannot be mended by leaving one out.
    if (bad.size === 0) return kept.map(({ text }) => text);
    kept = kept.filter((entry) => !bad.has(entry));
  }
}

function touches(header: string, entries: readonly Entry[], index: number, lines: ReadonlySet<number>): boolean {
  const before = [header, ...entries.slice(0, index).map(({ text }) => text)].join('\n').split('\n').length;
  const own = entries[index]?.text.split('\n').length ?? 0;
  return [...lines].some((line) => line > before && line <= before + own);
}

function literalLength(entry: string): number {
  return (/^ {2}text +"(.*)"$/m.exec(entry)?.[1] ?? '').replaceAll(/\{[^}]*\}/g, '').length;
}

function familyName(process: string): string {
  const name = process
    .toLowerCase()
    .replaceAll(/[^a-z0-9.-]+/g, '-')
    .replaceAll(/[-.]*\.[-.]*/g, '.');
  return /^[a-z]/.test(name) ? name.replace(/[-.]+$/, '') : `process-${name.replace(/^[^a-z0-9]+/, '')}`;
}

function entryOf(name: string, { slots, examples, count }: Cluster): string {
  const samples = [...new Set(examples.map((example) => scrub(example)))].slice(0, 2);
  return [
    `-- seen ${count} time${count === 1 ? '' : 's'}`,
    `message ${name}`,
    `  text   ${quoted(templateOf(slots))}`,
    ...samples.map((sample) => `  sample ${quoted(sample)}`),
    '',
  ].join('\n');
}

function templateOf(slots: readonly Slot[]): string {
  const used = new Set<string>();
  const last = slots.length - 1;
  return slots
    .map((slot, index) => {
      if (slot.kind === 'literal') return slot.text.replaceAll('{', '{{').replaceAll('}', '}}');
      const name = unused(holeName(slots[index - 1], slot), used);
      used.add(name);
      // Nothing tells where a hidden value ends but what follows it.
      const type = slot.kind === 'hidden' && index === last ? 'rest' : TYPES[slot.kind];
      return `{${name}:${type}}`;
    })
    .join('');
}

/** The word before a value usually says what it is: `pid: 12`, `retries=3`, `after 2.5`. */
function holeName(before: Slot | undefined, { kind }: Slot): string {
  const word = /([A-Za-z][A-Za-z]*)[^A-Za-z]*$/.exec(before?.kind === 'literal' ? before.text : '')?.[1]?.toLowerCase();
  if (word !== undefined && word.length > 1 && !FILLERS.has(word)) return word;
  return kind === 'word' || kind === 'name' ? 'name' : kind === 'number' ? 'value' : kind;
}

function messageName(slots: readonly Slot[]): string {
  const words = slots
    .filter(({ kind }) => kind === 'literal')
    .flatMap(({ text }) => text.toLowerCase().match(/[a-z][a-z0-9]*/g) ?? [])
    .filter((word) => !FILLERS.has(word) && word.length > 1);
  return words.slice(0, NAME_WORDS).join('-') || 'message';
}

function unused(name: string, taken: ReadonlySet<string>): string {
  if (!taken.has(name)) return name;
  for (let number = 2; ; number += 1) if (!taken.has(`${name}${number}`)) return `${name}${number}`;
}

function quoted(text: string): string {
  const escaped = text.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', '\\n').replaceAll('\t', '\\t');
  return `"${escaped.replaceAll('\r', '')}"`;
}
