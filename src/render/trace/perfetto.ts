import type { Report } from '../../model/report.ts';
import { concat, message, type ProtoField } from './proto-writer.ts';
import { newFlowSamples, packRows, type Slice, type SliceArgs, type TrackGroup, trackGroups } from './tracks.ts';

/** Numbers of fields. Source: protos/perfetto/trace/{trace,trace_packet}.proto, track_event/*.proto. */
const TRACE = { packet: 1 } as const;
const PACKET = { timestamp: 8, sequence: 10, event: 11, descriptor: 60 } as const;
const DESCRIPTOR = { uuid: 1, name: 2, parent: 5, counter: 8, childOrdering: 11, rank: 12 } as const;
const EVENT = { annotation: 4, type: 9, track: 11, category: 22, name: 23, value: 30, flow: 47, lastFlow: 48 } as const;
const ANNOTATION = { int: 4, text: 6, name: 10 } as const;
const TYPE = { begin: 1, end: 2, counter: 4 } as const;
const EXPLICIT = 3;

/** All packets come from one writer. */
const SEQUENCE = 1;

/**
 * Perfetto's own format: one track, below it a track per group, below that a track per party in the order of the report. What overlaps is laid on
 * several tracks of one name, which Perfetto shows as one. Times in ns from the start of the capture.
 */
export function renderPerfetto(report: Report): Uint8Array {
  let uuid = 0;
  const next = (): number => {
    uuid += 1;
    return uuid;
  };
  const groups = trackGroups(report);
  const root = next();
  const packets = [
    // Only below a track of our own is the order of the groups ours.
    descriptor([
      [DESCRIPTOR.uuid, root],
      [DESCRIPTOR.name, 'necropsy'],
      [DESCRIPTOR.childOrdering, EXPLICIT],
    ]),
    ...groups.flatMap((group, rank) => groupPackets(group, { root, rank }, next)),
    ...counterPackets(report, { root, rank: groups.length }, next()),
  ];
  if (groups.length === 0) return new Uint8Array();
  return concat(packets.map((packet) => message([[TRACE.packet, packet]])));
}

/** The track below which a group stands, and where among the others. */
interface Place {
  readonly root: number;
  readonly rank: number;
}

function groupPackets(group: TrackGroup, { root, rank }: Place, next: () => number): Uint8Array[] {
  const parent = next();
  const tracks = group.tracks.flatMap((track, index) =>
    packRows(track.slices).flatMap((row) => {
      const uuid = next();
      const about = descriptor([
        [DESCRIPTOR.uuid, uuid],
        [DESCRIPTOR.name, track.name],
        [DESCRIPTOR.parent, parent],
        [DESCRIPTOR.rank, index],
      ]);
      return [about, ...row.flatMap((slice) => slicePackets(slice, uuid, group.kind))];
    }),
  );
  const top = descriptor([
    [DESCRIPTOR.uuid, parent],
    [DESCRIPTOR.name, group.name],
    [DESCRIPTOR.parent, root],
    [DESCRIPTOR.childOrdering, EXPLICIT],
    [DESCRIPTOR.rank, rank],
  ]);
  return [top, ...tracks];
}

function counterPackets(report: Report, { root, rank }: Place, uuid: number): Uint8Array[] {
  const samples = newFlowSamples(report);
  if (samples.length === 0) return [];
  const about = descriptor([
    [DESCRIPTOR.uuid, uuid],
    [DESCRIPTOR.name, 'new flows'],
    [DESCRIPTOR.parent, root],
    [DESCRIPTOR.counter, message([])],
    [DESCRIPTOR.rank, rank],
  ]);
  const values = samples.map(({ at, value }) =>
    event(at, [
      [EVENT.type, TYPE.counter],
      [EVENT.track, uuid],
      [EVENT.value, value],
    ]),
  );
  return [about, ...values];
}

function descriptor(fields: readonly ProtoField[]): Uint8Array {
  return message([
    [PACKET.sequence, SEQUENCE],
    [PACKET.descriptor, message(fields)],
  ]);
}

function slicePackets(slice: Slice, track: number, kind: TrackGroup['kind']): Uint8Array[] {
  const begin: readonly ProtoField[] = [
    ...annotations(slice.args),
    [EVENT.type, TYPE.begin],
    [EVENT.track, track],
    [EVENT.category, slice.flow === undefined ? kind : 'flow'],
    [EVENT.name, slice.name],
    ...arrow(slice, kind),
  ];
  const end: readonly ProtoField[] = [
    [EVENT.type, TYPE.end],
    [EVENT.track, track],
  ];
  return [event(slice.from, begin), event(slice.to, end)];
}

function event(us: number, fields: readonly ProtoField[]): Uint8Array {
  return message([
    // Beyond 2^53 ns, which is a hundred days, a number is not exact.
    [PACKET.timestamp, BigInt(us) * 1000n],
    [PACKET.sequence, SEQUENCE],
    [PACKET.event, message(fields)],
  ]);
}

/** From the app to the kernel to the provider, where it ends. */
function arrow({ flow }: Slice, kind: TrackGroup['kind']): ProtoField[] {
  if (flow === undefined) return [];
  return [[kind === 'provider' ? EVENT.lastFlow : EVENT.flow, flow, 'fixed64']];
}

function annotations(args: SliceArgs): ProtoField[] {
  return Object.entries(args).flatMap(([name, value]): ProtoField[] => {
    if (value === undefined) return [];
    const isCount = typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;
    const said: ProtoField = isCount ? [ANNOTATION.int, value] : [ANNOTATION.text, String(value)];
    return [[EVENT.annotation, message([[ANNOTATION.name, name], said])]];
  });
}
