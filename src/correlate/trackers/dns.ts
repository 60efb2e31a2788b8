import { keep } from '../../lib/keep.ts';
import { printed } from '../../lib/redacted.ts';
import type { Redacted } from '../../model/redacted.ts';
import type { LooseEvent } from '../../model/typed-event.ts';
import { type Micros, SECOND } from '../../model/units.ts';
import type { Tracker, TrackerContext } from '../define-tracker.ts';
import { scoredJoin } from '../join/score.ts';
import type { MutableDnsRequest } from '../mutable.ts';

/** mDNSResponder's line and the app's `resolver:start_dns` stand this near. Source: id-correlation 3.8 (-1 to +2 ms). */
const JOIN_US = 20_000;
const FULL = 60;
/** Lines of two processes may be written out of order by this much: only then both have told what they had to. */
const SHUFFLE_US = 0.05 * SECOND;
const CAPS = { notes: 4, interfaces: 4, questions: 2_048, waiting: 1_024 };

/**
 * DNS requests of mDNSResponder, by their number, with the queries sent for them, and the app connection that asked: same
 * pid or process name, within milliseconds, in order. Source: id-correlation 3.8.
 */
export const dnsTracker: Tracker = {
  id: 'dns',
  after: ['process', 'connection'],
  create(context) {
    const { store } = context;
    const byQuestion = new Map<number, MutableDnsRequest>();
    /** Requests that are not joined yet, in the order of their times. */
    const waiting: MutableDnsRequest[] = [];
    const begin = (event: LooseEvent): void => {
      const request = open(context, event);
      const place = waiting.findLastIndex(({ startedAt }) => startedAt <= request.startedAt) + 1;
      waiting.splice(place, 0, request);
      if (waiting.length > CAPS.waiting) joinUntil(Number.POSITIVE_INFINITY);
    };
    const joinUntil = (until: number): void => {
      for (let first = waiting[0]; first !== undefined && first.startedAt < until; first = waiting[0]) {
        join(context, first, first.startedAt);
        waiting.shift();
      }
    };
    const stop = (event: LooseEvent): void => {
      const request = store.dns.get(numberOf(event, 'request'));
      if (request !== undefined) store.dns.close(request, event.at);
    };
    const assign = (event: LooseEvent): void => {
      const request = store.dns.get(numberOf(event, 'request'));
      if (request === undefined) return;
      if (byQuestion.size >= CAPS.questions) byQuestion.clear();
      byQuestion.set(numberOf(event, 'question'), request);
    };
    const ofQuestion = (event: LooseEvent): MutableDnsRequest | undefined =>
      byQuestion.get(numberOf(event, 'question'));
    const note = (request: MutableDnsRequest | undefined, text: string): void => {
      if (request !== undefined && request.notes.length < CAPS.notes) request.notes.push(keep(text));
    };
    return {
      every(event) {
        if (waiting.length > 0) joinUntil(event.at - JOIN_US - SHUFFLE_US);
      },
      on: {
        'system.mdns/query-start': begin,
        'system.mdns-getaddrinfo/query-start': begin,
        'system.mdns-request/getaddrinfo-stop': stop,
        'system.mdns-request/query-stop': stop,
        'system.mdns-question/assigned': assign,
        'system.mdns-question/assigned-service': assign,
        'system.mdns-resolver/sent': (event) => {
          const request = ofQuestion(event);
          const name = printed(event.fields.interface);
          if (request === undefined || request.interfaces.includes(name)) return;
          if (request.interfaces.length < CAPS.interfaces) request.interfaces.push(keep(name));
        },
        'system.mdns-resolver/conclusion': (event) => note(ofQuestion(event), printed(event.fields.reason)),
        'system.mdns-resolver/server-penalized': (event) =>
          note(ofQuestion(event), `no answer of ${printed(event.fields.server)}`),
      },
      boot() {
        joinUntil(Number.POSITIVE_INFINITY);
        byQuestion.clear();
      },
      finish: () => joinUntil(Number.POSITIVE_INFINITY),
    };
  },
};

function open(context: TrackerContext, event: LooseEvent): MutableDnsRequest {
  const text = (field: string): string => {
    const value = event.fields[field];
    return value === undefined ? '' : keep(printed(value as string | Redacted));
  };
  const number = numberOf(event, 'request');
  const clientPid = Number(event.fields.clientPid ?? -1);
  const client = text('client');
  const request: MutableDnsRequest = {
    id: `R${number}`,
    name: text('name') || text('question'),
    clientPid,
    client,
    startedAt: event.at,
    stoppedAt: undefined,
    interfaces: [],
    notes: [],
    join: undefined,
  };
  context.store.dns.open(number, request);
  return request;
}

/** The oldest of the process's connections that asked for a name just now and got no request yet. */
function join(context: TrackerContext, request: MutableDnsRequest, at: Micros): void {
  const { dnsStarts } = context.store;
  const open = [...dnsStarts.processes]
    .filter((name) => name === request.client || (request.client.length >= 15 && name.startsWith(request.client)))
    .flatMap((name) => dnsStarts.ofProcess(name))
    .filter((start) => !start.isTaken && Math.abs(at - start.at) <= JOIN_US && fits(start.connection.pid, request))
    .sort((a, b) => a.at - b.at);
  const first = open[0];
  if (first === undefined) return;
  first.isTaken = true;
  const distance = (start: typeof first): number => FULL - Math.round(Math.abs(at - start.at) / 1_000);
  const second = open[1];
  const reasons = [
    first.connection.pid >= 0 ? `same pid ${request.clientPid}` : `same process ${request.client}`,
    `${Math.round(Math.abs(at - first.at) / 100) / 10} ms apart`,
  ];
  const runnerUp = second === undefined ? undefined : distance(second);
  request.join = scoredJoin('connection', first.connection.id, distance(first), runnerUp, reasons);
  if (first.connection.joins.length < 16) first.connection.joins.push({ ...request.join, with: 'dns', id: request.id });
}

function fits(pid: number, request: MutableDnsRequest): boolean {
  return pid < 0 || request.clientPid < 0 || pid === request.clientPid;
}

function numberOf(event: LooseEvent, field: string): number {
  const value = event.fields[field];
  return typeof value === 'number' ? value : -1;
}
