import type { ReportFormat } from '../../model/input.ts';
import { dumpCrash } from './crash-dump.ts';
import { readCrash } from './crash-json.ts';
import { readCrashText } from './crash-text.ts';
import { readJetsam } from './jetsam.ts';
import { readJson } from './lenient-json.ts';
import { readPlist } from './plist.ts';
import { readResource } from './resource.ts';
import { readSpindump } from './spindump.ts';
import { isStackshot, readStackshot } from './stackshot.ts';
import { linesOf } from './text-header.ts';
import { firstText, objectOf, type ReportObject } from './values.ts';

/** One record that a document yields. */
export interface ReportRecord {
  /** `crash`, `memory`, `resource`, `sample`, `panic`, `watchdog`, `stackshot`: which kind of report the record is of. */
  readonly category: string;
  /** The time as the report prints it. */
  readonly captured: string | undefined;
  readonly message: string;
  /** Where in the body it begins, if it is a part of it: an index into its text, or the index of a line. */
  readonly place?: { readonly at: number } | { readonly line: number };
}

export interface ReadDocument {
  readonly format: ReportFormat;
  readonly records: readonly ReportRecord[];
  /** Which incident the document is about, where it says. */
  readonly incident: string | undefined;
  /** The process that it is about: `name [pid]`. */
  readonly subject: string | undefined;
  /** What could not be read of it. */
  readonly oddities: readonly Oddity[];
}

export type Oddity =
  | { readonly kind: 'cut' }
  /** Index into the text of the body. */
  | { readonly kind: 'broken'; readonly at: number }
  | { readonly kind: 'unknown' }
  | { readonly kind: 'left-out'; readonly count: number; readonly what: string };

const NOTHING: ReportObject = {};
const PROCESS = /^Process: +\S.* \[\d{1,10}\]/;
const SAMPLED = /^(?:Data Source: |Heaviest stack for )/;

/** A document of a report: the first line of an .ips file, where it is there, and all that follows it. */
export function readDocument(header: string | undefined, body: string, hint: ReportFormat): ReadDocument {
  const head = header === undefined ? NOTHING : (objectOf(readJson(header).value) ?? NOTHING);
  const start = body.trimStart();
  if (start === '') return { ...withHeaderAlone(head, hint), ...(header === undefined ? { oddities: [] } : {}) };
  if (start.startsWith('{')) return readObject(head, body, hint);
  if (start.startsWith('<')) return readXml(head, body, hint);
  return readText(head, body, hint);
}

function readObject(head: ReportObject, body: string, hint: ReportFormat): ReadDocument {
  const { value, brokenAt } = readJson(body);
  const isCut = brokenAt !== undefined && body.slice(brokenAt).trim() === '';
  const oddities: Oddity[] = brokenAt === undefined ? [] : [isCut ? { kind: 'cut' } : { kind: 'broken', at: brokenAt }];
  return readBody(head, objectOf(value) ?? NOTHING, body, hint, oddities);
}

function readXml(head: ReportObject, body: string, hint: ReportFormat): ReadDocument {
  const { value, isComplete } = readPlist(body);
  const oddities: Oddity[] = isComplete ? [] : [{ kind: 'cut' }];
  return readBody(head, objectOf(value) ?? NOTHING, body, hint, oddities);
}

/** By what is in it: the numbers of report kinds disagree in the wild. Source: sysdiagnose-layout, Crashes. */
function readBody(
  head: ReportObject,
  body: ReportObject,
  text: string,
  hint: ReportFormat,
  oddities: readonly Oddity[],
): ReadDocument {
  const isJetsam = 'processes' in body && ('memoryStatus' in body || 'largestProcess' in body);
  if (isJetsam) return readMemory(head, body, text, oddities);
  if (isStackshot(body)) return readShot(head, body, oddities);
  const isCrash = 'exception' in body || 'threads' in body || 'termination' in body || 'faultingThread' in body;
  // Of a document that is cut before either, the kind in its first line tells.
  if (isCrash || ('procName' in body && hint === 'crash-ips')) return readCrashBody(head, body, oddities);
  const said = 'description' in body ? firstText(body.description) : undefined;
  if (said !== undefined && /^(?:Date\/Time|Incident Identifier|Process):/m.test(said))
    return readText(head, said, hint);
  return { ...withHeaderAlone(head, hint), oddities: [...oddities, { kind: 'unknown' }] };
}

function readShot(head: ReportObject, body: ReportObject, oddities: readonly Oddity[]): ReadDocument {
  const { category, captured, text, processes, more } = readStackshot(head, body);
  const stuck = processes.map((message) => ({ category: 'stackshot', captured, message }));
  const left: Oddity[] = more === 0 ? [] : [{ kind: 'left-out', count: more, what: 'processes with stuck threads' }];
  return {
    format: category === 'panic' ? 'panic-ips' : 'stackshot-ips',
    records: [{ category, captured, message: text }, ...stuck],
    incident: firstText(body.incident, head.incident_id),
    subject: undefined,
    oddities: [...oddities, ...left],
  };
}

function readCrashBody(head: ReportObject, body: ReportObject, oddities: readonly Oddity[]): ReadDocument {
  const facts = readCrash(head, body);
  return {
    format: 'crash-ips',
    records: [{ category: 'crash', captured: facts.captured, message: dumpCrash(facts) }],
    incident: facts.incident,
    subject: `${facts.process} [${facts.pid}]`,
    oddities,
  };
}

function readMemory(head: ReportObject, body: ReportObject, text: string, oddities: readonly Oddity[]): ReadDocument {
  const { captured, text: message, victims, more } = readJetsam(head, body);
  const category = 'memory';
  const records: ReportRecord[] = [{ category, captured, message }];
  const entries = entriesOf(text, new Set(victims.flatMap(({ pid }) => pid ?? [])));
  for (const victim of victims) {
    const at = entries.get(victim.pid ?? -1);
    records.push({ category, captured, message: victim.text, ...(at === undefined ? {} : { place: { at } }) });
  }
  const left: Oddity[] = more === 0 ? [] : [{ kind: 'left-out', count: more, what: 'killed processes' }];
  const incident = firstText(body.incident, head.incident_id);
  return { format: 'jetsam-ips', records, incident, subject: undefined, oddities: [...oddities, ...left] };
}

const PID = /"pid"\s{0,8}:\s{0,8}"?(\d{1,10})/g;

/** Where the entries of these processes begin in the list of all, in one pass over the text. */
function entriesOf(text: string, wanted: ReadonlySet<number>): ReadonlyMap<number, number> {
  const entries = new Map<number, number>();
  if (wanted.size === 0) return entries;
  for (const found of text.matchAll(PID)) {
    const pid = Number(found[1]);
    if (!wanted.has(pid) || entries.has(pid)) continue;
    const brace = text.lastIndexOf('{', found.index);
    if (brace > 0) entries.set(pid, brace);
    if (entries.size === wanted.size) break;
  }
  return entries;
}

function readText(head: ReportObject, body: string, hint: ReportFormat): ReadDocument {
  const lines = linesOf(body);
  const isCrash = lines.some((line) =>
    /^(?:Exception Type:|Triggered by Thread:|Crashed Thread:|Thread \d+ Crashed)/.test(line),
  );
  if (isCrash) return readCrashAsText(head, body);
  const event = lines.slice(0, 60).find((line) => line.startsWith('Event:')) ?? '';
  const isResource = /\b(?:cpu|disk|writes|wakeups?|memory|footprint)\b/i.test(event);
  const fallback = firstText(head.timestamp);
  if (isResource) {
    const { captured = fallback, text } = readResource(lines);
    return { ...emptyText('resource-report'), records: [{ category: 'resource', captured, message: text }] };
  }
  const hasProcess = lines.some((line) => PROCESS.test(line));
  if (lines.some((line) => SAMPLED.test(line)) || (hasProcess && hint === 'spindump'))
    return readSample(lines, fallback);
  // Cut before it says how the process ended.
  if (hasProcess) return { ...readCrashAsText(head, body), oddities: [{ kind: 'cut' }] };
  return { ...withHeaderAlone(head, 'crash-text'), oddities: [{ kind: 'unknown' }] };
}

function readCrashAsText(head: ReportObject, body: string): ReadDocument {
  const facts = readCrashText(body);
  const captured = facts.captured ?? firstText(head.timestamp);
  const incident = facts.incident ?? firstText(head.incident_id);
  return {
    format: 'crash-text',
    records: [{ category: 'crash', captured, message: dumpCrash({ ...facts, captured, incident }) }],
    incident,
    subject: `${facts.process} [${facts.pid}]`,
    oddities: [],
  };
}

function readSample(lines: readonly string[], fallback: string | undefined): ReadDocument {
  const { captured = fallback, text, processes, more } = readSpindump(lines);
  const records: ReportRecord[] = [{ category: 'sample', captured, message: text }];
  for (const { line, text: message } of processes)
    records.push({ category: 'sample', captured, message, place: { line } });
  const left: Oddity[] = more === 0 ? [] : [{ kind: 'left-out', count: more, what: 'sampled processes' }];
  return { ...emptyText('spindump'), records, oddities: left };
}

function emptyText(format: ReportFormat): Omit<ReadDocument, 'records'> {
  return { format, incident: undefined, subject: undefined, oddities: [] };
}

/** The first line of an .ips file tells a little by itself; what it does not tell is that the process died. */
function withHeaderAlone(head: ReportObject, format: ReportFormat): ReadDocument {
  const oddities: readonly Oddity[] = head === NOTHING ? [{ kind: 'unknown' }] : [{ kind: 'cut' }];
  return { format, records: [], incident: firstText(head.incident_id), subject: undefined, oddities };
}
