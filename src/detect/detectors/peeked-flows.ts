import { keep } from '../../lib/keep.ts';
import { known, printed } from '../../lib/redacted.ts';
import { sameSigningId } from '../../lib/signing-id.ts';
import type { BodyFields } from '../../model/bodies.ts';
import type { Cite } from '../../model/entity.ts';
import type { Redacted } from '../../model/redacted.ts';
import type { EventOf } from '../../model/typed-event.ts';
import type { Micros } from '../../model/units.ts';
import type { DetectorContext, DetectorHandlers, Messages } from '../define-detector.ts';

/** Verdict and rejection of one flow stand within this of each other, in either order. Source: detectors.md. */
const TOGETHER_US = 50_000;
/** The library closes the flow right after both. */
const CLOSED_US = 100_000;
const CAPS = { flows: 20_000, waiting: 256, dumps: 1_024 };

/** A flow that the proxy rejected. */
export interface PeekedFlow {
  readonly rejected: Cite;
  readonly app: string;
  readonly remote: string;
  /** The verdict that lets it pass but asks for its first bytes. */
  verdict: Cite | undefined;
  /** The filter's dump of the flow names the same app and address. */
  isNamed: boolean;
  apartUs: number;
  /** `Closing reads …, closed by plugin`. */
  closed: Cite | undefined;
}

interface Told {
  readonly app: string;
  readonly remote: string;
}

interface Peek {
  readonly at: Micros;
  readonly cite: Cite;
  readonly told: Told | undefined;
}

export interface PeekedFlows {
  readonly on: DetectorHandlers;
  /** Rejected flows at whose first bytes the filter wanted to look, and where somebody asks the others too. */
  all(): readonly PeekedFlow[];
  /** Rejected flows without such a verdict, and how many of them were closed. */
  others(): { readonly count: number; readonly closed: number };
}

/** Joins each rejection with the verdict of the filter and the close of the library that stand beside it. */
export function createPeekedFlows<M extends Messages>(context: DetectorContext<M>): PeekedFlows {
  const flows: PeekedFlow[] = [];
  const rejected = { count: 0, closed: 0 };
  const dumps = new Map<string, Told>();
  /** Rejections without a verdict, verdicts without a rejection, and rejections that may still be closed. */
  let unjudged: PeekedFlow[] = [];
  let peeks: Peek[] = [];
  let open: PeekedFlow[] = [];

  const forget = (now: Micros): void => {
    unjudged = fresh(unjudged, (each) => each.rejected.at, now, TOGETHER_US);
    peeks = fresh(peeks, (each) => each.at, now, TOGETHER_US);
    open = fresh(open, (each) => each.rejected.at, now, CLOSED_US + TOGETHER_US);
  };
  const join = (flow: PeekedFlow, peek: Peek): void => {
    flow.verdict = peek.cite;
    if (!context.isAsked) flows.push(flow);
    flow.apartUs = Math.abs(peek.at - flow.rejected.at);
    flow.isNamed = peek.told !== undefined && isSame(flow, peek.told);
    unjudged = unjudged.filter((each) => each !== flow);
    peeks = peeks.filter((each) => each !== peek);
  };
  return {
    all: () => flows.toSorted((a, b) => a.rejected.at - b.rejected.at),
    others: () => {
      const peeked = flows.filter(({ verdict }) => verdict !== undefined);
      const closed = peeked.filter((each) => each.closed !== undefined).length;
      return { count: rejected.count - peeked.length, closed: rejected.closed - closed };
    },
    on: {
      'networkextension.filter/new-flow-dump': (event) => {
        const told = readDump(event.fields.description);
        if (told === undefined) return;
        if (dumps.size >= CAPS.dumps) dumps.clear();
        dumps.set(told.id, told);
      },
      'networkextension.filter/verdict': (event) => {
        if (!wantsPeek(event)) return;
        forget(event.at);
        const peek = { at: event.at, cite: context.cite(event), told: dumps.get(known(event.fields.flow) ?? '') };
        peeks.push(peek);
        const flow = choose(unjudged, peek.told);
        if (flow !== undefined) join(flow, peek);
      },
      'networkextension.provider/new-flow-rejected': (event) => {
        if (flows.length >= CAPS.flows) return context.overlook();
        forget(event.at);
        const flow = newFlow(context.cite(event), event);
        rejected.count += 1;
        if (context.isAsked) flows.push(flow);
        unjudged.push(flow);
        open.push(flow);
        const peek = peeks.find(({ told }) => told === undefined || isSame(flow, told));
        if (peek !== undefined) join(flow, peek);
      },
      'networkextension.flow/closing-reads': (event) => {
        forget(event.at);
        const flow =
          open.find(({ verdict, rejected }) => verdict !== undefined && rejected.pid === event.pid) ??
          open.find(({ rejected }) => rejected.pid === event.pid);
        if (flow === undefined) return;
        flow.closed = context.cite(event);
        rejected.closed += 1;
        open = open.filter((each) => each !== flow);
      },
    },
  };
}

function newFlow(rejected: Cite, { fields }: EventOf<'networkextension.provider/new-flow-rejected'>): PeekedFlow {
  return {
    rejected,
    app: keep(printed(fields.app)),
    remote: fields.remote === undefined ? '' : keep(printed(fields.remote)),
    verdict: undefined,
    isNamed: false,
    apartUs: 0,
    closed: undefined,
  };
}

/** One that the verdict's dump names; without a dump the oldest. */
function choose(flows: readonly PeekedFlow[], told: Told | undefined): PeekedFlow | undefined {
  return told === undefined ? flows[0] : flows.find((flow) => isSame(flow, told));
}

function isSame(flow: PeekedFlow, told: Told): boolean {
  return sameSigningId(flow.app, told.app) && (flow.remote === '' || told.remote === '' || flow.remote === told.remote);
}

/** The list is in the order of time: where its first item is fresh, all are. */
function fresh<T>(list: T[], at: (item: T) => number, now: number, withinUs: number): T[] {
  const [first] = list;
  if (first === undefined || (now - at(first) <= withinUs && list.length <= CAPS.waiting)) return list;
  const kept = list.filter((each) => now - at(each) <= withinUs);
  return kept.length > CAPS.waiting ? kept.slice(-CAPS.waiting) : kept;
}

function wantsPeek({ fields }: EventOf<'networkextension.filter/verdict'>): boolean {
  const settings = fieldsOf(fields.settings);
  if (fields.drop !== false || settings === undefined) return false;
  const isOn = (name: string, bytes: string): boolean => settings[name] === true && Number(settings[bytes]) > 0;
  return isOn('filterOutbound', 'peekOutboundBytes') || isOn('filterInbound', 'peekInboundBytes');
}

function readDump(description: BodyFields | Redacted): (Told & { readonly id: string }) | undefined {
  const fields = fieldsOf(description);
  const id = fields?.identifier;
  const app = fields?.sourceAppIdentifier;
  if (typeof id !== 'string' || typeof app !== 'string') return undefined;
  const remote = fields?.remoteEndpoint;
  return { id: keep(id), app: keep(app), remote: typeof remote === 'string' ? keep(remote) : '' };
}

function fieldsOf(value: BodyFields | Redacted): BodyFields | undefined {
  // `redacted` is a name that no dump has: bodies.ts renames it.
  return 'redacted' in value ? undefined : (value as BodyFields);
}
