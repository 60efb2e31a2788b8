import type { Level, LogRecord } from '../model/log-record.ts';

const MESSAGE_TYPES: Partial<Record<Level, string>> = {
  default: 'Default',
  info: 'Info',
  debug: 'Debug',
  error: 'Error',
  fault: 'Fault',
};
const EVENT_TYPES: Partial<Record<Level, string>> = {
  activity: 'activityCreateEvent',
  signpost: 'signpostEvent',
  state: 'stateEvent',
  loss: 'lossEvent',
};

/**
 * One record as a line of `log show --style ndjson`, with the keys and the path forms of macOS 14 and later.
 * `timestamp` is given by the caller, with an offset. Source: line-formats 5.
 */
export function encodeNdjson(record: LogRecord, timestamp: string): string {
  return JSON.stringify(ndjsonObject(record, timestamp));
}

/** The same as an object; `undefined` stands for keys that are left out. */
export function ndjsonObject(record: LogRecord, timestamp: string): Readonly<Record<string, unknown>> {
  const { origin, level } = record;
  const messageType = MESSAGE_TYPES[level];
  return {
    traceID: 0,
    eventMessage: record.message,
    eventType: EVENT_TYPES[level] ?? 'logEvent',
    source: null,
    formatString: record.formatString ?? '%{public}@',
    activityIdentifier: 0,
    subsystem: origin.subsystem,
    category: origin.category,
    threadID: record.tid,
    // Paths that the export did not print are not made up: the name of the image stands for them.
    senderImagePath: origin.sender === origin.process ? (origin.processPath ?? origin.process) : origin.sender,
    bootUUID: record.boot ?? '',
    processImagePath: origin.process === '' ? undefined : (origin.processPath ?? origin.process),
    timestamp,
    machTimestamp: 0,
    messageType,
    processID: record.pid,
    senderProgramCounter: 0,
    parentActivityIdentifier: 0,
    timezoneName: '',
  };
}
