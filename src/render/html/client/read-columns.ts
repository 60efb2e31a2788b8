/** Columns as the assembler wrote them, read back in pieces between which the browser may answer. */
import { type PlaneReader, unsigned } from '../planes.ts';

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
  readonly state: Uint32Array;
  readonly protocol: Uint32Array;
  readonly appLane: Uint8Array;
  readonly kernelLane: Uint8Array;
  /** 1-based, 0 for none. */
  readonly providerLane: Uint8Array;
  readonly join: Uint8Array;
  /** 1 where it came to a bad end. */
  readonly failed: Uint8Array;
  /** Words for how it ended. */
  readonly ending: Uint32Array;
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

export async function readLines(reader: PlaneReader, count: number): Promise<PageLines> {
  const rest = restAfter(count);
  const at = sums(reader.read(new Float64Array(count)));
  await rest();
  const source = reader.read(new Uint16Array(count));
  const lane = reader.read(new Uint8Array(count));
  const level = reader.read(new Uint8Array(count));
  await rest();
  const event = reader.read(new Uint16Array(count));
  const flow = reader.read(new Uint32Array(count));
  await rest();
  const place = sums(plain(reader.read(new Float64Array(count))));
  await rest();
  return { at, source, lane, level, event, flow, place };
}

/** Nothing to read takes no time, and the browser is not asked. */
function restAfter(count: number): () => Promise<void> | undefined {
  return () => (count > 0 ? breathe() : undefined);
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

export async function readFlows(reader: PlaneReader, count: number): Promise<PageFlows> {
  const rest = restAfter(count);
  const times = (start?: Float64Array): Float64Array => plain(reader.read(new Float64Array(count)), start);
  const opened = sums(times());
  const closed = times(opened);
  const ends = closed.map((end, i) => (Number.isNaN(end) ? (opened[i] ?? 0) : end));
  await rest();
  const kernelFrom = times(opened);
  const kernelTo = times(ends);
  const providerFrom = times(opened);
  const providerTo = times(ends);
  await rest();
  return {
    opened,
    closed,
    kernelFrom,
    kernelTo,
    providerFrom,
    providerTo,
    app: reader.read(new Uint32Array(count)),
    remote: reader.read(new Uint32Array(count)),
    state: reader.read(new Uint32Array(count)),
    protocol: reader.read(new Uint32Array(count)),
    appLane: reader.read(new Uint8Array(count)),
    kernelLane: reader.read(new Uint8Array(count)),
    providerLane: reader.read(new Uint8Array(count)),
    join: reader.read(new Uint8Array(count)),
    failed: reader.read(new Uint8Array(count)),
    ending: reader.read(new Uint32Array(count)),
  };
}
