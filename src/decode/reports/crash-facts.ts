/** What a crash report says, in the words of the report; nothing here is interpreted. Undefined where it does not say. */
export interface CrashFacts {
  readonly process: string | undefined;
  readonly pid: number | undefined;
  readonly path: string | undefined;
  readonly bundle: string | undefined;
  readonly version: string | undefined;
  /** `launchd [1]`. */
  readonly parent: string | undefined;
  readonly responsible: string | undefined;
  readonly role: string | undefined;
  /** Times as they are printed, with their offset. */
  readonly captured: string | undefined;
  readonly launched: string | undefined;
  readonly system: string | undefined;
  readonly model: string | undefined;
  readonly incident: string | undefined;
  /** The process was not ended: the report is only about an offence. */
  readonly isSimulated: boolean;
  readonly exception: string | undefined;
  readonly signal: string | undefined;
  readonly codes: string | undefined;
  readonly subtype: string | undefined;
  readonly message: string | undefined;
  /** Namespace of the exit reason: `SIGNAL`, `CODESIGNING`, `DYLD` … */
  readonly termination: string | undefined;
  readonly terminationCode: string | undefined;
  readonly indicator: string | undefined;
  /** `launchd [1]`: who ended it. */
  readonly terminatedBy: string | undefined;
  readonly reasons: readonly string[];
  /** Application specific information: what libraries left behind, one text each. */
  readonly info: readonly string[];
  readonly thread: number | undefined;
  readonly threadName: string | undefined;
  readonly queue: string | undefined;
  /** Of the thread that crashed, the newest call first. */
  readonly frames: readonly Frame[];
  /** Where the exception was thrown, if the report holds that stack. */
  readonly thrown: readonly Frame[];
  /** Objective-C classes whose methods are on any stack. */
  readonly classes: readonly string[];
  /** Dispatch queues of all threads. */
  readonly queues: readonly string[];
}

export interface Frame {
  readonly image: string;
  readonly symbol: string | undefined;
  /** Bytes behind the symbol, else behind the start of the image. */
  readonly offset: number | undefined;
  /** `File.swift:12`. */
  readonly source: string | undefined;
  /** Whether the image comes with the system; undefined where the report has no path of it. */
  readonly isSystem: boolean | undefined;
}

/** Calls of one stack that are kept. */
export const MAX_FRAMES = 24;
/** Threads and calls that are looked at for their classes and queues. */
export const MAX_THREADS = 512;
/** Names of classes and queues that are kept. */
export const MAX_NAMES = 16;

const SYSTEM_PATH =
  /^(?:\/System\/|\/usr\/(?:lib|libexec|sbin|bin)\/|\/private\/preboot\/|\/Library\/Apple\/|\/Developer\/|\/AppleInternal\/)/;

/** Undefined for an image whose place is not known. */
export function isSystemPath(path: string | undefined): boolean | undefined {
  return path === undefined ? undefined : SYSTEM_PATH.test(path);
}

const METHOD = /^[-+]\[([A-Za-z_][\w.]{0,127})(?:\([^)]{0,64}\))? /;

/** Collects distinct short names, in the order in which they come, up to a bound. */
export class NameList {
  readonly #names = new Set<string>();

  add(name: string | undefined): void {
    if (name !== undefined && this.#names.size < MAX_NAMES) this.#names.add(name.slice(0, 128));
  }

  /** The class of `-[Class method]`. */
  addClassOf(symbol: string | undefined): void {
    if (symbol !== undefined && (symbol.startsWith('-') || symbol.startsWith('+'))) this.add(METHOD.exec(symbol)?.[1]);
  }

  get list(): readonly string[] {
    return [...this.#names];
  }
}
