import { ESCAPE, NEWLINE, OPEN_BRACE, RETURN } from '../lib/ascii.ts';
import type { TableColumn } from '../model/input.ts';
import { BlockSniffer } from './blocks/block-sniffer.ts';
import type { Lack } from './calendar.ts';
import { readChatter } from './chatter.ts';
import { columnsOf } from './csv/csv-columns.ts';
import { CsvStart } from './csv/csv-start.ts';
import type { ForeignFormat } from './foreign-formats.ts';
import { looksLikeIteratorRecord, looksLikeJsonRecord } from './foreign-lines.ts';
import { APPLE, ITERATOR } from './json/json-dialect.ts';
import { JsonFacts, TIMESTAMP } from './json/json-facts.ts';
import { JsonWalker } from './json/json-walk.ts';
import { AnyStamp } from './partial-stamp.ts';
import { isReportBody, isReportFormat, type ReportTime, readReportTime } from './reports/report-lines.ts';
import type { Style, StyleHints } from './scanners.ts';
import type { Stamp } from './stamp.ts';
import { CompactHeader } from './text/compact-header.ts';
import { ConsoleHeader } from './text/console-header.ts';
import { learnColumns } from './text/console-layout.ts';
import { DefaultHeader } from './text/default-header.ts';
import { DeviceSyslogHeader } from './text/device-syslog-header.ts';
import { LaunchdLogHeader } from './text/launchd-log-header.ts';
import type { LineHeader } from './text/line-header.ts';
import { PmsetHeader } from './text/pmset-header.ts';
import { SyslogHeader } from './text/syslog-header.ts';
import { SystemExtensionsHeader } from './text/system-extensions-header.ts';
import { XcodeHeader } from './text/xcode-header.ts';

/** Lines that vote. Source: line-formats 11. */
const SAMPLE_LINES = 200;
/** Records of one style, before any of another, that decide at once. */
const LEAD_VOTES = 3;
/** Longer lines vote by their beginning. */
const LONGEST_LINE = 64 * 1024;
/** Rows and titles of the iterator's CSV are told by less. */
const LONGEST_HEAD = 4096;
/** A key of a log record on a line of its own. */
const PRETTY_KEY = /^\s*"(?:traceID|eventMessage|eventType|processImagePath|machTimestamp|formatString)"\s*:/;
const PRETTY_TIME = /^\s*"timestamp"\s*:\s*"([^"]*)"/;
const BARE_BRACKETS = /^[[\],\s]*\{?\s*$/;

export interface SniffedStyle extends StyleHints {
  readonly kind: 'style';
  readonly style: Style;
  /** Lines that are first lines or records of this style, among the lines looked at. */
  readonly votes: number;
  readonly lines: number;
  /** The first record's wall clock in µs, and its offset. */
  readonly firstWall: number | undefined;
  readonly offsetMinutes: number | undefined;
  readonly lack: Lack | undefined;
}

export type Sniffed =
  | SniffedStyle
  | ({ readonly kind: 'unsupported' } & ForeignFormat)
  | { readonly kind: 'unknown'; readonly line: number; readonly text: string }
  /** No line, or only the tool's own. */
  | { readonly kind: 'empty' };

/**
 * What the lines in [from, to) are written in: the style of the first few records where they agree, else a majority vote
 * over the first two hundred lines that say anything; column titles decide where no record follows. (Where the styles of a
 * joined file meet within those lines, the first part counts: the scanners notice the change.)
 */
export function sniff(bytes: Buffer, view: DataView, from: number, to: number): Sniffed {
  const ballot = new Ballot();
  let line = 0;
  for (let start = from; start < to && ballot.lines < SAMPLE_LINES; ) {
    const newline = bytes.indexOf(NEWLINE, start);
    const stop = newline < 0 || newline > to ? to : newline;
    const end = stop > start && bytes[stop - 1] === RETURN ? stop - 1 : stop;
    line += 1;
    ballot.add(bytes, view, start, end, line);
    start = stop + 1;
  }
  return ballot.result();
}

interface Candidate {
  votes: number;
  firstWall: number | undefined;
  offsetMinutes: number | undefined;
  lack: Lack | undefined;
}

const NO_VOTES: Candidate = { votes: 0, firstWall: undefined, offsetMinutes: undefined, lack: undefined };

class Ballot {
  /** Lines that said anything, from the first vote on. */
  lines = 0;
  readonly #headers: readonly LineHeader[] = [
    new DefaultHeader(),
    new CompactHeader(),
    new SyslogHeader(),
    new DeviceSyslogHeader(),
    new LaunchdLogHeader(),
    new XcodeHeader(),
    new PmsetHeader(),
    new SystemExtensionsHeader(),
    new ConsoleHeader(),
  ];
  readonly #styles = new Map<Style, Candidate>();
  readonly #walker = new JsonWalker(APPLE);
  readonly #iterator = new JsonWalker(ITERATOR);
  readonly #facts = new JsonFacts();
  readonly #stamp = new AnyStamp();
  /** Processes of the styles that may print a host before them. */
  readonly #syslogNames = new Map<Style, string[]>([
    ['syslog', []],
    ['ios-syslog', []],
  ]);
  readonly #consoleRows: string[] = [];
  readonly #csv = new CsvStart();
  readonly #blocks = new BlockSniffer();
  #csvColumns: readonly TableColumn[] | undefined;
  /** The style of the first record, and how many of it came before any other. */
  #first: Style | undefined;
  #lead = 0;
  #titles: Style | undefined;
  /** A report that begins before any record. */
  #report: { readonly style: Style; readonly time: ReportTime | undefined } | undefined;
  #hasAnsi = false;
  #unknown: { readonly line: number; readonly text: string } | undefined;

  add(bytes: Buffer, view: DataView, from: number, end: number, line: number): void {
    if (from >= end) {
      if (this.#blocks.endRun()) this.#vote('console-block', this.#blocks.stamp);
      return;
    }
    const chatter = readChatter(bytes, from, end);
    if (chatter?.kind === 'tool' && !chatter.isWeak && this.#first === undefined && isReportFormat(chatter.format))
      this.#report ??= { style: chatter.format, time: readReportTime(bytes, from, end) };
    if (chatter?.kind === 'titles' || chatter?.kind === 'tool') this.#titles ??= chatter.format;
    if (chatter?.kind === 'tool' && chatter.format === 'iterator-csv') this.#csvColumns ??= columnsOf(bytes, from, end);
    if (chatter !== undefined) return;
    const known =
      this.#addText(bytes, view, from, end) ||
      this.#addBlock(bytes, from, end) ||
      this.#addJson(bytes, view, from, end) ||
      this.#addIterator(bytes, view, from, end) ||
      this.#addCsv(bytes, view, from, end);
    const text = known ? '' : bytes.toString('utf8', from, Math.min(end, from + LONGEST_LINE));
    if (!known && !this.#addPretty(text) && text.trim() !== '') this.#unknown ??= { line, text };
    if (this.#styles.size > 0) this.lines += 1;
  }

  result(): Sniffed {
    if (this.#report !== undefined) return this.#known(this.#report.style, { ...NO_VOTES, ...this.#report.time });
    if (this.#blocks.endRun()) this.#vote('console-block', this.#blocks.stamp);
    const [style, candidate] = this.#winner() ?? [];
    if (style !== undefined && candidate !== undefined) return this.#known(style, candidate);
    if (this.#titles !== undefined) {
      return this.#known(this.#titles, NO_VOTES);
    }
    return this.#unknown === undefined ? { kind: 'empty' } : { kind: 'unknown', ...this.#unknown };
  }

  #winner(): [Style, Candidate] | undefined {
    const first = this.#first === undefined ? undefined : this.#styles.get(this.#first);
    if (this.#first !== undefined && first !== undefined && this.#lead >= LEAD_VOTES) return [this.#first, first];
    return most(this.#styles, ({ votes }) => votes);
  }

  #known(style: Style, candidate: Candidate): SniffedStyle {
    const columns =
      style === 'console-copy'
        ? learnColumns(this.#consoleRows)
        : style === 'iterator-csv'
          ? this.#csvColumns
          : undefined;
    const messageKey = style === 'console-block' ? this.#blocks.messageKey : undefined;
    const host = commonHost(this.#syslogNames.get(style) ?? []);
    return { kind: 'style', style, ...candidate, lines: this.lines, hasAnsi: this.#hasAnsi, host, columns, messageKey };
  }

  #addText(bytes: Buffer, view: DataView, from: number, end: number): boolean {
    if (bytes.subarray(from, Math.min(end, from + LONGEST_LINE)).indexOf(ESCAPE) >= 0) this.#hasAnsi = true;
    const header = this.#headers.find((each) => each.read(bytes, view, from, end));
    if (header === undefined) return false;
    this.#vote(header.format, header.hasTime ? header.stamp : undefined);
    if (header.format === 'console-copy')
      this.#consoleRows.push(bytes.toString('utf8', from, Math.min(end, from + LONGEST_HEAD)));
    this.#syslogNames.get(header.format)?.push(bytes.toString('utf8', header.nameFrom, header.nameTo));
    return true;
  }

  /** One record on a line of its own, or part of an array: what stands around it tells. */
  #addJson(bytes: Buffer, view: DataView, from: number, end: number): boolean {
    if (!looksLikeJsonRecord(bytes, from, end) || end - from < 3) return false;
    let start = bytes.indexOf(OPEN_BRACE, from);
    let behind = this.#walker.walk(bytes, start, end, this.#facts);
    const style = start === from && (behind === end || behind < 0) ? 'ndjson' : 'json';
    // Every element of an array on one line is a vote.
    for (let votes = 0; votes < LEAD_VOTES; votes++) {
      const hasTime =
        behind > 0 && this.#stamp.read(bytes, view, this.#facts.from(TIMESTAMP), this.#facts.to(TIMESTAMP));
      this.#vote(style, hasTime ? this.#stamp : undefined);
      start = behind < 0 ? -1 : bytes.indexOf(OPEN_BRACE, behind);
      if (start < 0 || start >= end) break;
      behind = this.#walker.walk(bytes, start, end, this.#facts);
    }
    return true;
  }

  #addIterator(bytes: Buffer, view: DataView, from: number, end: number): boolean {
    if (!looksLikeIteratorRecord(bytes, from, end)) return false;
    const isWhole = this.#iterator.walk(bytes, from, end, this.#facts) > 0;
    const hasTime = isWhole && this.#stamp.read(bytes, view, this.#facts.from(TIMESTAMP), this.#facts.to(TIMESTAMP));
    this.#vote('iterator-jsonl', hasTime ? this.#stamp : undefined);
    return true;
  }

  #addBlock(bytes: Buffer, from: number, end: number): boolean {
    const found = this.#blocks.add(bytes.toString('utf8', from, Math.min(end, from + LONGEST_HEAD)));
    if (found === 'vote') this.#vote('console-block', this.#blocks.stamp);
    return found === 'vote';
  }

  #addCsv(bytes: Buffer, view: DataView, from: number, end: number): boolean {
    if (!this.#csv.has(bytes, view, from, end)) return false;
    this.#vote('iterator-csv', this.#csv.stamp);
    return true;
  }

  #addPretty(text: string): boolean {
    if (BARE_BRACKETS.test(text)) return true;
    const time = PRETTY_TIME.exec(text)?.[1];
    if (time !== undefined) {
      const bytes = Buffer.from(time);
      const isTime = this.#stamp.read(
        bytes,
        new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength),
        0,
        bytes.length,
      );
      this.#vote('json', isTime ? this.#stamp : undefined);
      return true;
    }
    if (this.#first === undefined && isReportBody(text)) this.#report ??= { style: 'crash-ips', time: undefined };
    if (!PRETTY_KEY.test(text)) return false;
    this.#vote('json', undefined);
    return true;
  }

  #vote(style: Style, stamp: Stamp | undefined): void {
    this.#first ??= style;
    if (style === this.#first && this.#styles.size <= 1) this.#lead += 1;
    const candidate = this.#styles.get(style) ?? { ...NO_VOTES };
    candidate.votes += 1;
    if (candidate.firstWall === undefined && stamp !== undefined && !Number.isNaN(stamp.wall)) {
      candidate.firstWall = stamp.wall;
      candidate.offsetMinutes = stamp.hasOffset ? stamp.offsetMinutes : undefined;
      candidate.lack = stamp.lack;
    }
    this.#styles.set(style, candidate);
  }
}

/** The entry with the most votes, the first of those that have as many. */
function most<K, V>(entries: ReadonlyMap<K, V>, votesOf: (value: V) => number): [K, V] | undefined {
  let best: [K, V] | undefined;
  for (const entry of entries) if (best === undefined || votesOf(entry[1]) > votesOf(best[1])) best = entry;
  return best;
}

/** A first word that the names of several processes have in common is the host before them. */
function commonHost(names: readonly string[]): string | undefined {
  const first = names[0]?.split(' ')[0] ?? '';
  const isCommon = new Set(names).size > 1 && first !== '' && names.every((name) => name.startsWith(`${first} `));
  return isCommon ? first : undefined;
}
