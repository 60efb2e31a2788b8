import { batch, type Signal, signal } from '@preact/signals';
import { LEVELS } from '../../../model/log-record.ts';
import type { TimelineSource } from '../../../model/timeline.ts';
import { BLOCK_LINES } from '../page-data.ts';
import { matches, parseQuery, type Term } from './query.ts';
import { breathe } from './read-columns.ts';
import type { Page } from './read-page.ts';
import type { Texts } from './texts.ts';

/** A search over everything that the page holds, block by block, so that the page answers meanwhile. */
export interface Search {
  readonly query: Signal<string>;
  /** Lines that match, in order; undefined where nothing is asked. Grows while the search runs. */
  readonly hits: Signal<readonly number[] | undefined>;
  /** Share that was looked through, 1 where it is done. */
  readonly progress: Signal<number>;
  /** Place in `hits` of the one that is shown; -1 for none. */
  readonly current: Signal<number>;
  /** Flows that match, where something is asked. */
  readonly flows: Signal<ReadonlySet<number> | undefined>;
  run(query: string): Promise<void>;
}

/** ms of work between two breaths. */
const SLICE_MS = 40;

export function createSearch(page: Page, texts: Texts): Search {
  const query = signal('');
  const hits = signal<readonly number[] | undefined>(undefined);
  const progress = signal(1);
  const current = signal(-1);
  const flows = signal<ReadonlySet<number> | undefined>(undefined);
  let turn = 0;

  const run = async (asked: string): Promise<void> => {
    turn += 1;
    const mine = turn;
    const terms = parseQuery(asked);
    query.value = asked;
    if (terms.length > 0) await page.fill();
    if (mine !== turn) return;
    batch(() => {
      current.value = -1;
      hits.value = terms.length === 0 ? undefined : [];
      flows.value = terms.length === 0 ? undefined : matchFlows(page, terms);
      progress.value = terms.length === 0 ? 1 : 0;
    });
    if (terms.length === 0) return;
    const scan = lineScanner(page, texts, terms);
    const found: number[] = [];
    let began = performance.now();
    for (let block = 0; block < texts.blocks; block++) {
      await scan(block, found);
      if (mine !== turn) return;
      if (performance.now() - began < SLICE_MS) continue;
      batch(() => {
        hits.value = found.slice();
        progress.value = (block + 1) / texts.blocks;
      });
      await breathe();
      if (mine !== turn) return;
      began = performance.now();
    }
    batch(() => {
      hits.value = found;
      progress.value = 1;
    });
  };
  return { query, hits, progress, current, flows, run };
}

/** Adds what matches in one block to `found`. */
function lineScanner(page: Page, texts: Texts, terms: readonly Term[]) {
  const isHit = lineMatcher(page, terms);
  const needsText = terms.some(({ field }) => field === 'text');
  const mayMatch = blockFilter(page, terms);
  return async (block: number, found: number[]): Promise<void> => {
    const lines = needsText ? await texts.block(block) : [];
    if (needsText && !mayMatch(lines)) return;
    const first = block * BLOCK_LINES;
    const last = Math.min(first + BLOCK_LINES, page.config.lines);
    for (let i = first; i < last; i++) if (isHit(i, lines[i - first] ?? '')) found.push(i);
  };
}

/** Whether a block can hold what is asked for: one look at all of it, where most blocks hold nothing. */
function blockFilter({ tables }: Page, terms: readonly Term[]): (lines: readonly string[]) => boolean {
  const names = tables.sources.map(namesOf);
  const wanted = terms
    .filter(
      ({ field, isUnwanted, value }) => field === 'text' && !isUnwanted && !names.some((name) => name.includes(value)),
    )
    .map(({ value }) => value.replaceAll('\\', '\\\\'));
  if (wanted.length === 0) return () => true;
  return (lines) => {
    const text = lines.join('\n').toLowerCase();
    return wanted.every((value) => text.includes(value));
  };
}

function namesOf({ process, subsystem, category }: TimelineSource): string {
  return ` ${process} ${subsystem}:${category}`.toLowerCase();
}

/** Whether a line, by its place and its raw text, is what all terms ask for. */
function lineMatcher(
  { lines, tables, config, flows }: Page,
  terms: readonly Term[],
): (i: number, raw: string) => boolean {
  const of = (field: Term['field']): Term[] => terms.filter((term) => term.field === field);
  const [text, byApp, byHost, byFlow] = [of('text'), of('app'), of('host'), of('flow')];
  const allowed = (words: readonly string[], field: Term['field']): boolean[] =>
    words.map((word) => matches(of(field), word.toLowerCase()));
  const sources = allowed(
    tables.sources.map(({ process, pid }) => `${process}[${pid}]`),
    'process',
  );
  const levels = allowed(LEVELS, 'level');
  const lanes = allowed(
    config.lanes.map(({ name }) => name),
    'lane',
  );
  const events = allowed(tables.eventNames, 'event');
  // Blocks hold a backslash as two.
  const raws = text.map((term) => ({ ...term, value: term.value.replaceAll('\\', '\\\\') }));
  const names = tables.sources.map(namesOf);
  return (i, raw) => {
    if (sources[lines.source[i] ?? 0] !== true || levels[lines.level[i] ?? 0] !== true) return false;
    if (lanes[lines.lane[i] ?? 0] !== true || events[lines.event[i] ?? 0] !== true) return false;
    const flow = (lines.flow[i] ?? 0) - 1;
    const word = (column: Uint32Array): string =>
      flow < 0 ? '' : (tables.words[column[flow] ?? 0] ?? '').toLowerCase();
    if (byApp.length > 0 && !matches(byApp, word(flows.app))) return false;
    if (byHost.length > 0 && !matches(byHost, word(flows.remote))) return false;
    if (byFlow.some(({ value, isUnwanted }) => (String(flow + 1) === value) === isUnwanted)) return false;
    return raws.length === 0 || matches(raws, raw.toLowerCase() + (names[lines.source[i] ?? 0] ?? ''));
  };
}

/** Flows by their own words; terms about lines leave them out. */
function matchFlows({ flows, tables, config }: Page, terms: readonly Term[]): ReadonlySet<number> {
  const found = new Set<number>();
  const words = tables.words.map((word) => word.toLowerCase());
  const isMatch = (i: number, { field, value, isUnwanted }: Term): boolean => {
    if (field === 'flow') return (String(i + 1) === value) !== isUnwanted;
    const [app, host] = [words[flows.app[i] ?? 0] ?? '', words[flows.remote[i] ?? 0] ?? ''];
    const text = field === 'app' ? app : field === 'host' ? host : `${app} ${host} ${words[flows.state[i] ?? 0]}`;
    return text.includes(value) !== isUnwanted;
  };
  if (terms.some(({ field }) => !OF_FLOWS.has(field))) return found;
  for (let i = 0; i < config.flows; i++) if (terms.every((term) => isMatch(i, term))) found.add(i);
  return found;
}

const OF_FLOWS: ReadonlySet<Term['field']> = new Set(['app', 'host', 'flow', 'text']);
