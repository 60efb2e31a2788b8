import protobuf from 'protobufjs';
import { describe, expect, it } from 'vitest';
import type { Report } from '../../src/model/report.ts';
import { renderPerfetto } from '../../src/render/trace/perfetto.ts';
import { message } from '../../src/render/trace/proto-writer.ts';
import { everything, HOSTILE, poison } from './hostile.ts';
import * as reports from './sample-reports.ts';

/** The used part of protos/perfetto/trace, written by hand; an independent decoder reads by it. */
const { root } = protobuf.parse(`
  syntax = "proto2";
  message Trace { repeated TracePacket packet = 1; }
  message TracePacket {
    optional uint64 timestamp = 8;
    optional uint32 trusted_packet_sequence_id = 10;
    optional TrackEvent track_event = 11;
    optional TrackDescriptor track_descriptor = 60;
  }
  message TrackDescriptor {
    optional uint64 uuid = 1;
    optional string name = 2;
    optional uint64 parent_uuid = 5;
    optional CounterDescriptor counter = 8;
    optional int32 child_ordering = 11;
    optional int32 sibling_order_rank = 12;
  }
  message CounterDescriptor { optional string unit_name = 6; }
  message TrackEvent {
    repeated DebugAnnotation debug_annotations = 4;
    optional int32 type = 9;
    optional uint64 track_uuid = 11;
    repeated string categories = 22;
    optional string name = 23;
    optional int64 counter_value = 30;
    repeated fixed64 flow_ids = 47 [packed = false];
    repeated fixed64 terminating_flow_ids = 48 [packed = false];
  }
  message DebugAnnotation { optional int64 int_value = 4; optional string string_value = 6; optional string name = 10; }
`);
const Trace = root.lookupType('Trace');

interface Packet {
  readonly timestamp?: number;
  readonly trustedPacketSequenceId?: number;
  readonly trackEvent?: {
    readonly type: number;
    readonly trackUuid: number;
    readonly name?: string;
    readonly categories?: readonly string[];
    readonly counterValue?: number;
    readonly flowIds?: readonly number[];
    readonly terminatingFlowIds?: readonly number[];
    readonly debugAnnotations?: readonly {
      readonly name: string;
      readonly intValue?: number;
      readonly stringValue?: string;
    }[];
  };
  readonly trackDescriptor?: {
    readonly uuid: number;
    readonly name: string;
    readonly parentUuid?: number;
    readonly siblingOrderRank?: number;
    readonly counter?: object;
  };
}

function packets(report: Report): readonly Packet[] {
  const decoded = Trace.toObject(Trace.decode(renderPerfetto(report)), { longs: Number });
  return decoded.packet ?? [];
}

/** One writer; tracks told before they are used, each once. */
function descriptors(all: readonly Packet[]): readonly string[] {
  const told = new Set<number>();
  return all.flatMap(({ trustedPacketSequenceId, trackDescriptor: about, trackEvent: event }) => {
    const found = trustedPacketSequenceId === 1 ? [] : ['a packet of nobody'];
    if (event !== undefined && !told.has(event.trackUuid)) found.push(`track ${event.trackUuid}`);
    if (about === undefined) return found;
    if (about.uuid === 0 || told.has(about.uuid)) found.push(`uuid ${about.uuid}`);
    if (about.parentUuid !== undefined && !told.has(about.parentUuid)) found.push(`parent ${about.parentUuid}`);
    told.add(about.uuid);
    return found;
  });
}

/** On each track time goes on and slices follow each other; only counters count. */
function slices(all: readonly Packet[]): readonly string[] {
  const tracks = all.flatMap(({ trackDescriptor: about }) => (about === undefined ? [] : [about]));
  return tracks.flatMap(({ uuid, counter }) => {
    const own = all.flatMap(({ timestamp = -1, trackEvent: event }) =>
      event?.trackUuid === uuid ? [{ timestamp, type: event.type }] : [],
    );
    const steps = own.map(({ type }) => type).join('');
    const isForward = own.every(({ timestamp }, index) => timestamp >= (own[index - 1]?.timestamp ?? 0));
    return [
      ...(isForward ? [] : [`track ${uuid} goes back in time`]),
      ...((counter === undefined ? /^(?:12)*$/ : /^4+$/).test(steps) ? [] : [`track ${uuid}: ${steps}`]),
    ];
  });
}

function breaches(all: readonly Packet[]): readonly string[] {
  return [...descriptors(all), ...slices(all)];
}

describe('renderPerfetto', () => {
  it.each(Object.entries({ ...reports, everything }))(
    'is read by another decoder, and follows the rules, for %s',
    (_name, report) => {
      expect(breaches(packets(report))).toEqual([]);
    },
  );

  it.each(Object.entries(HOSTILE))('holds nothing that acts with %s in every text', (_what, hostile) => {
    for (const times of [false, true]) {
      const all = packets(poison(everything, hostile, times));
      const texts = all.flatMap(({ trackEvent, trackDescriptor }) => [
        ...[trackEvent?.name ?? '', trackDescriptor?.name ?? '', ...(trackEvent?.categories ?? [])],
        ...(trackEvent?.debugAnnotations ?? []).map(({ name, stringValue }) => name + (stringValue ?? '')),
      ]);

      expect(breaches(all)).toEqual([]);
      expect(texts.filter((text) => /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/u.test(text))).toEqual([]);
    }
  });

  it('has the tracks in the order of the report, and the finding with its facts', () => {
    const all = packets(reports.selfLoop);
    const tops = all.flatMap(({ trackDescriptor: about }) => (about?.parentUuid === 1 ? [about] : []));
    const finding = all.find(({ trackEvent }) => trackEvent?.categories?.[0] === 'findings');

    expect(
      tops.toSorted((a, b) => (a.siblingOrderRank ?? 0) - (b.siblingOrderRank ?? 0)).map(({ name }) => name),
    ).toEqual([
      ...[
        'Findings',
        'Power',
        'Sessions',
        'Processes',
        'Flows: apps',
        'Flows: kernel',
        'Flows: providers',
        'new flows',
      ],
    ]);
    expect(finding?.timestamp).toBe(4_920_300_000);
    expect(finding?.trackEvent?.name).toBe('1 error: A provider is diverting its own traffic');
    expect(finding?.trackEvent?.debugAnnotations).toContainEqual({ name: 'count', intValue: 90 });
  });

  it('leads arrows from the app over the kernel to the provider, where they end', () => {
    const flows = packets(reports.selfLoop).flatMap(({ trackEvent }) =>
      trackEvent?.categories?.[0] === 'flow' ? [trackEvent] : [],
    );

    expect(flows.map(({ flowIds, terminatingFlowIds }) => [flowIds, terminatingFlowIds])).toEqual([
      [[1], undefined],
      [[1], undefined],
      [undefined, [1]],
    ]);
  });

  it('lays what overlaps on tracks of one name', () => {
    const names = packets(reports.crowded).flatMap(({ trackDescriptor: about }) =>
      about?.name === 'findings' ? [about.uuid] : [],
    );

    expect(names).toHaveLength(8);
  });
});

describe('message', () => {
  it('writes numbers beyond 2^32 and 2^53, strings, messages and fixed numbers', () => {
    const Type = protobuf
      .parse('syntax = "proto3"; message M { uint64 a = 1; string b = 2; M c = 99; fixed64 d = 4; uint64 e = 5; }')
      .root.lookupType('M');

    const bytes = message([
      [1, 2 ** 40 + 3],
      [2, 'ü🚇'],
      [99, message([[1, 300]])],
      [4, 2 ** 33, 'fixed64'],
      [5, 2n ** 60n],
    ]);

    expect(Type.toObject(Type.decode(bytes), { longs: String })).toEqual({
      a: String(2 ** 40 + 3),
      b: 'ü🚇',
      c: { a: '300' },
      d: String(2 ** 33),
      e: String(2n ** 60n),
    });
  });

  it('refuses what it cannot write', () => {
    expect(() => message([[1, -1]])).toThrow(RangeError);
  });
});
