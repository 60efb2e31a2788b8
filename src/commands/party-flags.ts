import * as Flags from '@oclif/core/flags';
import { UserError } from '../lib/errors.ts';

/** By whom or what rows, records and findings can be chosen in a word. Source: cli.md section 1. */
const SUMMARIES = {
  app: 'Only of this app: its signing identifier, or a part of it.',
  proc: 'Only of this process: its name, or a part of it.',
  pid: 'Only of the process with this number.',
  flow: 'Only of this flow: the number that kernel and provider print.',
  session: 'Only of this session: its name or UUID, or a part of it.',
  host: 'Only to this host: a name or address, or a part of it.',
  iface: 'Only by this interface: en0, utun4.',
  level: 'Only records of this level: default, info, debug, error, fault.',
  grep: 'Only records whose message has this text in it, in any case.',
} as const;

export type Party = keyof typeof SUMMARIES;

/** Said whole or not at all: a part of a number is another number. */
const WHOLE: ReadonlySet<Party> = new Set(['pid', 'flow', 'iface', 'level']);
/** A text may hold commas. */
const UNDIVIDED: ReadonlySet<Party> = new Set(['grep']);

/** The parsed flags; a flag that a command does not have is undefined. */
export type PartyFlags = { readonly [P in Party]?: readonly string[] | undefined } & {
  readonly exclude?: readonly string[] | undefined;
};

/** What something has to do with, by flag. */
export type Parties = { readonly [P in Party]?: readonly (string | number | undefined)[] };

/** What one thing has to do with as the log names it and as its tokens do: either may be said. */
export function bothOf(log: Parties, tokens: Parties): Parties {
  // Keys of `Parties` are names of parties.
  const names = [...new Set([...Object.keys(log), ...Object.keys(tokens)])] as Party[];
  return Object.fromEntries(names.map((name) => [name, [...(log[name] ?? []), ...(tokens[name] ?? [])]]));
}

function flagOf(party: Party) {
  return Flags.string({
    multiple: true,
    multipleNonGreedy: true,
    ...(UNDIVIDED.has(party) ? {} : { delimiter: ',' as const }),
    helpValue: party === 'pid' || party === 'flow' ? 'N' : 'TEXT',
    summary: SUMMARIES[party],
    helpGroup: 'SELECT',
  });
}

/** The flags of these names. Several values mean any of them, `!x` none of it, `*` anything. */
export function partyFlags<P extends Party>(...names: readonly P[]): Record<P, ReturnType<typeof flagOf>> {
  // Each name that is asked for, and no other, becomes a key.
  return Object.fromEntries(names.map((name) => [name, flagOf(name)])) as Record<P, ReturnType<typeof flagOf>>;
}

export const excludeFlag = Flags.string({
  multiple: true,
  multipleNonGreedy: true,
  helpValue: 'TEXT',
  summary: 'No records whose message has this text in it, in any case.',
  helpGroup: 'SELECT',
});

/** Whether any of the flags is given. */
export function choosesParties(flags: PartyFlags): boolean {
  return Object.keys(SUMMARIES).some((name) => flags[name as Party] !== undefined) || flags.exclude !== undefined;
}

/** Throws `UserError` (exit code 2) for a number that is none. Every flag that is given has to hold. */
export function compileParties(flags: PartyFlags): (parties: Parties) => boolean {
  const tests = Object.keys(SUMMARIES).flatMap((name) => {
    const party = name as Party;
    const values = flags[party];
    return values === undefined ? [] : [{ party, holds: testOf(party, values) }];
  });
  const exclude = flags.exclude === undefined ? undefined : testOf('grep', flags.exclude);
  return (parties) =>
    tests.every(({ party, holds }) => holds(textsOf(parties[party]))) &&
    (exclude === undefined || !exclude(textsOf(parties.grep)));
}

function textsOf(values: readonly (string | number | undefined)[] = []): string[] {
  return values.flatMap((value) => (value === undefined ? [] : [String(value).toLowerCase()]));
}

function testOf(party: Party, values: readonly string[]): (texts: readonly string[]) => boolean {
  const wanted = values.filter((value) => !value.startsWith('!')).map((value) => matcherOf(party, value));
  const unwanted = values.filter((value) => value.startsWith('!')).map((value) => matcherOf(party, value.slice(1)));
  return (texts) =>
    (wanted.length === 0 || wanted.some((matches) => texts.some(matches))) &&
    !unwanted.some((matches) => texts.some(matches));
}

function matcherOf(party: Party, value: string): (text: string) => boolean {
  if (party === 'pid' && !/^\d+$/.test(value))
    throw new UserError(`--pid takes a process’s number; ${JSON.stringify(value)} is none`, {
      exitCode: 2,
      hint: 'a name is chosen with --proc',
    });
  const small = value.toLowerCase();
  if (small.includes('*') && !UNDIVIDED.has(party)) {
    const parts = small.split('*');
    return (text) => isLike(text, parts);
  }
  return WHOLE.has(party) ? (text) => text === small : (text) => text.includes(small);
}

/** `parts` are what stands between the stars. Without backtracking: each part is taken at its first place. */
function isLike(text: string, parts: readonly string[]): boolean {
  const first = parts[0] ?? '';
  const last = parts.at(-1) ?? '';
  if (!text.startsWith(first) || !text.endsWith(last) || text.length < first.length + last.length) return false;
  let from = first.length;
  for (const part of parts.slice(1, -1)) {
    const place = text.indexOf(part, from);
    if (place < 0 || place + part.length > text.length - last.length) return false;
    from = place + part.length;
  }
  return true;
}
