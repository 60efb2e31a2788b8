import { BLANK } from '../../lib/ascii.ts';
import { startsWith } from '../same-bytes.ts';
import { LineHeader, type OriginParts, skipBlanks, toolOrigin } from './line-header.ts';

const TAB = 0x09;
const LETTER_T = 0x54;
/** `com.apple.sleepservices.sessionTerminated` has 41. */
const LONGEST_DOMAIN = 64;
/** The tool's own lines are short. */
const LONGEST_OWN = 512;

/** What `pmset` writes into its second column. Source: PowerManagement pmset.m and PrivateLib.h. */
const DOMAINS = [
  'Sleep',
  'DarkWake',
  'Wake Requests',
  'WakeDetails',
  'WakeTime',
  'Wake',
  'Assertions',
  'Notification',
  'Start',
  'Failure',
  'SleepAborted',
  'PM Client Acks',
  'Kernel Client Acks',
  'HibernateStats',
  'ShutdownCause',
  'AppWakeReason',
  'ThermalEvent',
  'PerformanceEvent',
  'BatteryHealth',
].map((name) => Buffer.from(name));
const DOMAIN = /^[A-Za-z][\w.-]*(?: [A-Za-z][\w.-]*){0,3}$/;

const TOTAL = Buffer.from('Total Sleep/Wakes since boot');
const OWN_LINE =
  /^(?:PM ASL data store: |Time ?stamp +Domain\b|=+[ \t]+=+|UUID: |Sleep\/Wakes since boot(?: at [^:]+:[^:]+:[^:]+)? ?:\d)/;
const OWN_PAGE = /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d [+-]\d{4} : Showing all /;
/** A tab, or several blanks, between two words: columns, which copies print with any number of blanks. */
const PADDING = /(?<=[^ \t\n])(?:[ \t]{2,}|\t)(?=[^ \t\n])/g;
const PADDING_BEHIND = /(?<![ \t])[ \t]+$/gm;

/**
 * `pmset -g log`: whole seconds, an offset set apart by a blank, a domain padded to 20 columns, a tab, the message, and at
 * its end how long the state lasted. Forum copies have blanks for the tab, or one for all. Source: line-formats 9.
 */
export class PmsetHeader extends LineHeader {
  override readonly format = 'pmset';
  override readonly hasOrigin = true;
  #domainFrom = 0;
  #domainTo = 0;

  override read(bytes: Buffer, view: DataView, from: number, end: number): boolean {
    this.hasTime = bytes[from] !== LETTER_T;
    if (!this.hasTime) return this.#readTotal(bytes, from, end);
    const { stamp } = this;
    if (!stamp.readWhole(bytes, view, from, end) || bytes[stamp.end] !== BLANK) return false;
    return this.#readDomain(bytes, stamp.end + 1, end);
  }

  override beginsWithTime(bytes: Buffer, view: DataView, from: number, end: number): boolean {
    const { stamp } = this;
    return stamp.readWhole(bytes, view, from, end) && (stamp.end === end || bytes[stamp.end] === BLANK);
  }

  override readOwn(bytes: Buffer, from: number, end: number): 'line' | 'page' | undefined {
    const line = bytes.toString('latin1', from, Math.min(end, from + LONGEST_OWN));
    if (OWN_PAGE.test(line)) return 'page';
    return OWN_LINE.test(line) ? 'line' : undefined;
  }

  override readOrigin(bytes: Buffer): OriginParts {
    const category = this.hasTime ? bytes.toString('latin1', this.#domainFrom, this.#domainTo) : 'Total';
    return toolOrigin('pmset', { category });
  }

  override tidy(message: string): string {
    return message.replace(PADDING_BEHIND, '').replace(PADDING, ' ');
  }

  override pid(): number {
    return -1;
  }

  override tid(): number {
    return 0;
  }

  /** `Total Sleep/Wakes since boot at 2026-08-30 15:27:54 -0600 :7`: the time in it is that of the boot. */
  #readTotal(bytes: Buffer, from: number, end: number): boolean {
    this.messageFrom = from;
    return end - from > TOTAL.length && startsWith(bytes, from, TOTAL);
  }

  /** The domain ends at a tab or two blanks; behind a single blank only a known one is taken for it. */
  #readDomain(bytes: Buffer, at: number, end: number): boolean {
    const stop = Math.min(end, at + LONGEST_DOMAIN);
    let to = at;
    while (to < stop && bytes[to] !== TAB && !(bytes[to] === BLANK && isPadding(bytes[to + 1]))) to++;
    let message = to;
    while (message < end && isPadding(bytes[message])) message++;
    const isApart = to < stop && DOMAIN.test(bytes.toString('latin1', at, to));
    // A line may lack its domain, but not the tab behind it.
    const isBare = to === at && bytes.subarray(at, message).includes(TAB);
    if (!isApart && !isBare) {
      to = behindKnown(bytes, at, end);
      if (to < 0) return false;
      message = skipBlanks(bytes, to, end);
    }
    this.#domainFrom = at;
    this.#domainTo = to;
    this.messageFrom = message;
    return true;
  }
}

function isPadding(byte: number | undefined): boolean {
  return byte === BLANK || byte === TAB;
}

/** Index behind a domain that pmset is known to print, where one stands at `at` before a blank or the end; else -1. */
function behindKnown(bytes: Buffer, at: number, end: number): number {
  for (const name of DOMAINS) {
    const to = at + name.length;
    if (to <= end && startsWith(bytes, at, name) && (to === end || bytes[to] === BLANK)) return to;
  }
  return -1;
}
