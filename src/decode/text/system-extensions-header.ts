import { CLOSE_BRACKET } from '../../lib/ascii.ts';
import { LineHeader, type OriginParts, toolOrigin } from './line-header.ts';

/** Names and states are short. */
const LONGEST_ROW = 1024;

/** `*<TAB>*<TAB>team<TAB>bundle (version/build)<TAB>name<TAB>[state]`; a mark that is missing leaves its tab. */
const ROW = /^\*?\t\*?\t[^\t]*\t[^\t]+ \([^\t]*\)\t[^\t]*\t\[[^\t\]]*\]\s*$/;
/** The same in a copy with blanks for the tabs. A team has ten characters. */
const COPIED_ROW = /^[* \t]{0,40}[A-Z0-9]{10}[ \t]+[\w.-]+ \([^)\t]*\)[ \t].*\[[a-z_ ]+\]\s*$/;
const SECTION = /^--- (com\.apple\.system_extension\.\S+)/;
const OWN_LINE = /^(?:\d{1,4} extension\(s\)|enabled[ \t]+active[ \t]+teamID)/;

/**
 * `systemextensionsctl list`: one table for every kind of extension, each under its name and column titles. No line
 * carries a time. Source: line-formats 9, `sysext.ctl_list`.
 */
export class SystemExtensionsHeader extends LineHeader {
  override readonly format = 'systemextensionsctl';
  override readonly hasOrigin = true;
  override readonly hasContinuations = false;
  /** The kind of extension whose table is being read. */
  #section = '';

  constructor() {
    super();
    this.hasTime = false;
  }

  override read(bytes: Buffer, _view: DataView, from: number, end: number): boolean {
    if (end - from > LONGEST_ROW || !endsInBracket(bytes, from, end)) return false;
    const line = bytes.toString('utf8', from, end);
    if (!ROW.test(line) && !COPIED_ROW.test(line)) return false;
    this.messageFrom = from;
    return true;
  }

  /** No row begins with a time. */
  override beginsWithTime(): boolean {
    return false;
  }

  override readOwn(bytes: Buffer, from: number, end: number): 'line' | undefined {
    const line = bytes.toString('latin1', from, Math.min(end, from + LONGEST_ROW));
    const section = SECTION.exec(line)?.[1];
    if (section !== undefined) this.#section = section;
    return section !== undefined || OWN_LINE.test(line) ? 'line' : undefined;
  }

  override readOrigin(): OriginParts {
    return toolOrigin('systemextensionsctl', { category: this.#section });
  }

  override tidy(message: string): string {
    return message.trimEnd();
  }

  override pid(): number {
    return -1;
  }

  override tid(): number {
    return 0;
  }
}

/** Rows end in their state: nearly every other line is told apart by this alone. */
function endsInBracket(bytes: Buffer, from: number, end: number): boolean {
  let last = end - 1;
  while (last > from && (bytes[last] ?? 0) <= 0x20) last--;
  return bytes[last] === CLOSE_BRACKET;
}
