import { ndjsonObject } from '../lib/encode-ndjson.ts';
import { safeJson } from '../lib/safe-json.ts';
import type { LogRecord } from '../model/log-record.ts';
import type { LooseEvent } from '../model/typed-event.ts';

/**
 * One event as a line of NDJSON: `event` and `fields` beside the keys of `log show --style ndjson`, so that whatever reads
 * that reads this too, `necropsy analyze` first of all. A record that is no event has neither.
 */
export function renderEventLine(
  record: LogRecord,
  event: LooseEvent | undefined,
  at: { readonly timestamp: string; readonly input: string },
): string {
  const object = ndjsonObject(record, at.timestamp);
  // `fields` stands last: its keys come from the catalog and may be named like one of the log's own.
  const line = {
    ...(event === undefined ? {} : { event: event.name }),
    ...object,
    // A record without a time says so by having none.
    ...(at.timestamp === '' ? { timestamp: undefined } : {}),
    input: at.input,
    line: record.ref.line,
    ...(event === undefined ? {} : { fields: event.fields }),
  };
  return `${safeJson(line)}\n`;
}

/** One record as a line of `log show --style ndjson`, and no key more. */
export function renderRecordLine(record: LogRecord, timestamp: string): string {
  const object = ndjsonObject(record, timestamp);
  return `${safeJson(timestamp === '' ? { ...object, timestamp: undefined } : object)}\n`;
}

/** What `log show --style ndjson` ends with. Source: line-formats 1. */
export function renderSummaryLine(count: number): string {
  return `{"count":${count},"finished":1}\n`;
}

/** A line that the log tool printed round the records (`Skipping debug messages, …`), as a record of the tool's. */
export function renderToolLine(event: string, message: string, timestamp: string): string {
  const path = '/usr/bin/log';
  return `${safeJson({
    event,
    eventMessage: message,
    eventType: 'logEvent',
    subsystem: '',
    category: '',
    processImagePath: path,
    senderImagePath: path,
    timestamp,
    messageType: 'Default',
    processID: 0,
  })}\n`;
}
