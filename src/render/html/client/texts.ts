import { decodeText } from '../line-text.ts';
import { BLOCK_FLOWS, BLOCK_LINES } from '../page-data.ts';
import { arrived, inflate, textOf } from './read-page.ts';

/** Texts of lines and details of flows, inflated block by block as they are asked for. */
export interface Texts {
  /** Undefined where it is not in the file. */
  line(index: number): Promise<string | undefined>;
  /** The same where its block is at hand already; null where it must be waited for. */
  lineNow(index: number): string | undefined | null;
  /** The raw lines of a block. */
  block(index: number): Promise<readonly string[]>;
  readonly blocks: number;
  flow(index: number): Promise<Readonly<Record<string, unknown>>>;
}

/** Inflated blocks that are kept: about 25 MB. */
const MOST_KEPT = 40;

export function createTexts(lines: number): Texts {
  const kept = new Map<string, Promise<readonly string[]>>();
  const ready = new Map<string, readonly string[]>();
  // Blocks stand behind the program: they are all there once the document is.
  const parsed = arrived();

  const load = async (id: string): Promise<readonly string[]> => {
    await parsed;
    const text = new TextDecoder().decode(await inflate(textOf(id)));
    const block = text === '' ? [] : text.split('\n');
    ready.set(id, block);
    return block;
  };
  const get = (id: string): Promise<readonly string[]> => {
    const found = kept.get(id) ?? load(id);
    kept.delete(id);
    kept.set(id, found);
    for (const old of kept.keys()) {
      if (kept.size <= MOST_KEPT) break;
      kept.delete(old);
      ready.delete(old);
    }
    return found;
  };
  const blockOf = (index: number): string => `t${Math.floor(index / BLOCK_LINES)}`;
  const textIn = (block: readonly string[], index: number): string | undefined => {
    const raw = block[index % BLOCK_LINES];
    return raw === undefined ? undefined : decodeText(raw);
  };

  return {
    blocks: Math.ceil(lines / BLOCK_LINES),
    line: async (index) => textIn(await get(blockOf(index)), index),
    lineNow(index) {
      const block = ready.get(blockOf(index));
      return block === undefined ? null : textIn(block, index);
    },
    block: (index) => get(`t${index}`),
    async flow(index) {
      const line = (await get(`f${Math.floor(index / BLOCK_FLOWS)}`))[index % BLOCK_FLOWS];
      return line === undefined ? {} : (JSON.parse(line) as Readonly<Record<string, unknown>>);
    },
  };
}
