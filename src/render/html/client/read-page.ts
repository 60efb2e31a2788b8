/** Reads what the assembler wrote into the page. No network is there to ask: everything stands in script elements. */
import { PAGE_VERSION, type PageConfig, type PageTables } from '../page-data.ts';
import { PlaneReader } from '../planes.ts';
import { type PageFlows, type PageLines, readFlows, readLines } from './read-columns.ts';

export interface Page {
  readonly config: PageConfig;
  /** Empty, as lines and flows are, until the columns are read. */
  readonly tables: PageTables;
  readonly lines: PageLines;
  readonly flows: PageFlows;
  /** Reads the columns, which stand behind the program: once, however often it is asked. */
  fill(): Promise<void>;
}

/** With what stands before the program. */
export async function readPage(): Promise<Page> {
  const config = JSON.parse(textOf('cfg')) as PageConfig;
  // Written by the assembler of the same version; a newer one may mean other things by the same words.
  if (config.v > PAGE_VERSION) throw new Error('this page was made by a newer necropsy than its program');
  const nothing = new PlaneReader(new Uint8Array());
  let filled: Promise<void> | undefined;
  const page = {
    config,
    tables: { sources: [], eventNames: [], words: [] } as PageTables,
    lines: await readLines(nothing, 0),
    flows: await readFlows(nothing, 0),
    fill() {
      filled ??= load();
      return filled;
    },
  };
  const load = async (): Promise<void> => {
    await arrived('tab');
    const [columns, tables] = await Promise.all([inflate(textOf('cols')), inflate(textOf('tab'))]);
    const reader = new PlaneReader(columns);
    page.lines = await readLines(reader, config.lines);
    page.flows = await readFlows(reader, config.flows);
    page.tables = JSON.parse(new TextDecoder().decode(tables)) as PageTables;
  };
  return page;
}

/** When an element and all of its text is there; without one, when the document is. */
export function arrived(id?: string): Promise<void> {
  return new Promise((done) => {
    const look = (): void => {
      if (document.readyState === 'loading' && !(id && document.getElementById(id)?.nextElementSibling)) return;
      watch.disconnect();
      done();
    };
    const watch = new MutationObserver(look);
    watch.observe(document.body, { childList: true });
    document.addEventListener('DOMContentLoaded', look);
    look();
  });
}

export function textOf(id: string): string {
  return document.getElementById(id)?.textContent ?? '';
}

/** Bytes of a gzipped block in base64. */
export async function inflate(base64: string): Promise<Uint8Array> {
  if (base64 === '') return new Uint8Array();
  const stream = new Blob([fromBase64(base64)]).stream().pipeThrough(new DecompressionStream('gzip'));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

interface NewerBytes {
  fromBase64?(text: string): Uint8Array<ArrayBuffer>;
}

export function fromBase64(text: string): Uint8Array<ArrayBuffer> {
  // In browsers of 2025 and later.
  const { fromBase64: direct } = Uint8Array as NewerBytes;
  if (direct !== undefined) return direct.call(Uint8Array, text);
  const binary = atob(text);
  const bytes = new Uint8Array(binary.length);
  for (let i = 0; i < binary.length; i++) bytes[i] = binary.charCodeAt(i);
  return bytes;
}
