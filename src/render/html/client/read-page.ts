/** Reads what the assembler wrote into the page. No network is there to ask: everything stands in script elements. */
import { PAGE_VERSION, type PageConfig, type PageTables } from '../page-data.ts';
import { PlaneReader, unsigned } from '../planes.ts';

export interface PageLines {
  readonly at: Float64Array;
  readonly source: Uint16Array;
  readonly lane: Uint8Array;
  readonly level: Uint8Array;
  readonly event: Uint16Array;
  /** 1-based flow, 0 for none. */
  readonly flow: Uint32Array;
  /** 1-based line of the input, 0 where it has none. */
  readonly place: Float64Array;
}

/** Times are NaN where nothing says them; the ends of sides are there where their beginnings are. */
export interface PageFlows {
  readonly opened: Float64Array;
  readonly closed: Float64Array;
  readonly kernelFrom: Float64Array;
  readonly kernelTo: Float64Array;
  readonly providerFrom: Float64Array;
  readonly providerTo: Float64Array;
  readonly app: Uint32Array;
  readonly remote: Uint32Array;
  readonly state: Uint16Array;
  readonly protocol: Uint16Array;
  readonly appLane: Uint8Array;
  readonly kernelLane: Uint8Array;
  /** 1-based, 0 for none. */
  readonly providerLane: Uint8Array;
  readonly join: Uint8Array;
  /** 1 where it came to a bad end. */
  readonly failed: Uint8Array;
  /** Words for how it ended. */
  readonly ending: Uint16Array;
}

export interface Page {
  readonly config: PageConfig;
  /** Empty, as lines and flows are, until the columns are read. */
  readonly tables: PageTables;
  readonly lines: PageLines;
  readonly flows: PageFlows;
  /** Reads the columns, which stand behind the program. */
  fill(): Promise<void>;
  /** Resolved once they are read. */
  readonly whole: Promise<void>;
}

/** With what stands before the program. */
export async function readPage(): Promise<Page> {
  const config = JSON.parse(textOf('cfg')) as PageConfig;
  // Written by the assembler of the same version; a newer one may mean other things by the same words.
  if (config.v > PAGE_VERSION) throw new Error('this page was made by a newer necropsy than its program');
  const nothing = new PlaneReader(new Uint8Array());
  let finish = (): void => {};
  const page = {
    config,
    tables: { sources: [], eventNames: [], words: [] } as PageTables,
    lines: await readLines(nothing, 0),
    flows: await readFlows(nothing, 0),
    whole: new Promise<void>((done) => {
      finish = done;
    }),
    async fill() {
      await arrived('tab');
      const [columns, tables] = await Promise.all([inflate(textOf('cols')), inflate(textOf('tab'))]);
      const reader = new PlaneReader(columns);
      page.lines = await readLines(reader, config.lines);
      page.flows = await readFlows(reader, config.flows);
      page.tables = JSON.parse(new TextDecoder().decode(tables)) as PageTables;
      finish();
    },
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

function fromBase64(text: string): Uint8Array<ArrayBuffer> {
  // In browsers of 2025 and later.
  const { fromBase64: direct } = Uint8Array as NewerBytes;
  if (direct !== undefined) return direct.call(Uint8Array, text);
  const binary = atob(text);
  const bytes = new Uint8Array(binary.length);
  for (let i = 0; i < binary.length; i++) bytes[i] = binary.charCodeAt(i);
  return bytes;
}

/** Lets the browser draw and answer between two pieces of work. */
export function breathe(): Promise<void> {
  // A timer waits for 4 ms once there were a few of them; a message does not.
  return new Promise((done) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => done();
    port2.postMessage(0);
  });
}

async function readLines(reader: PlaneReader, count: number): Promise<PageLines> {
  const at = sums(reader.read(new Float64Array(count)));
  await breathe();
  const source = reader.read(new Uint16Array(count));
  const lane = reader.read(new Uint8Array(count));
  const level = reader.read(new Uint8Array(count));
  await breathe();
  const event = reader.read(new Uint16Array(count));
  const flow = reader.read(new Uint32Array(count));
  await breathe();
  const place = sums(plain(reader.read(new Float64Array(count))));
  await breathe();
  return { at, source, lane, level, event, flow, place };
}

/** In place: differences become values. */
function sums(values: Float64Array): Float64Array {
  let sum = 0;
  for (let i = 0; i < values.length; i++) {
    sum += values[i] ?? 0;
    values[i] = sum;
  }
  return values;
}

/** In place: what `signed` wrote, beginning from `start` where there is one; NaN where nothing was written. */
function plain(values: Float64Array, start?: Float64Array): Float64Array {
  for (let i = 0; i < values.length; i++) values[i] = unsigned(values[i] ?? 0) + (start?.[i] ?? 0);
  return values;
}

async function readFlows(reader: PlaneReader, count: number): Promise<PageFlows> {
  const times = (start?: Float64Array): Float64Array => plain(reader.read(new Float64Array(count)), start);
  const opened = sums(times());
  const closed = times(opened);
  const ends = closed.map((end, i) => (Number.isNaN(end) ? (opened[i] ?? 0) : end));
  await breathe();
  const kernelFrom = times(opened);
  const kernelTo = times(ends);
  const providerFrom = times(opened);
  const providerTo = times(ends);
  await breathe();
  return {
    opened,
    closed,
    kernelFrom,
    kernelTo,
    providerFrom,
    providerTo,
    app: reader.read(new Uint32Array(count)),
    remote: reader.read(new Uint32Array(count)),
    state: reader.read(new Uint16Array(count)),
    protocol: reader.read(new Uint16Array(count)),
    appLane: reader.read(new Uint8Array(count)),
    kernelLane: reader.read(new Uint8Array(count)),
    providerLane: reader.read(new Uint8Array(count)),
    join: reader.read(new Uint8Array(count)),
    failed: reader.read(new Uint8Array(count)),
    ending: reader.read(new Uint16Array(count)),
  };
}
