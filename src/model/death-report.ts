/** What reports (.ips, .crash, JetsamEvent) and the kernel say of a process's death, beside the lines of the log. */

/** The facts of a crash report, in its own words. Undefined where it does not say. */
export interface CrashReport {
  /** `exact`: name and pid are the run's and the times agree; `inferred`: the bundle and the time alone. */
  readonly grade: 'exact' | 'inferred' | 'presumed';
  readonly incident: string | undefined;
  readonly bundle: string | undefined;
  readonly path: string | undefined;
  readonly system: string | undefined;
  /** `EXC_BAD_ACCESS`. */
  readonly exception: string | undefined;
  /** `SIGSEGV`. */
  readonly signal: string | undefined;
  readonly codes: string | undefined;
  readonly subtype: string | undefined;
  readonly message: string | undefined;
  /** Namespace of the exit reason: `SIGNAL`, `CODESIGNING`, `DYLD` … */
  readonly termination: string | undefined;
  /** In its namespace. */
  readonly terminationCode: number | undefined;
  readonly indicator: string | undefined;
  readonly terminatedBy: string | undefined;
  readonly reasons: readonly string[];
  /** What libraries left behind: the text of a fatal error, of an uncaught exception. At most 6. */
  readonly info: readonly string[];
  /** Number of the thread that crashed. */
  readonly thread: number | undefined;
  readonly queue: string | undefined;
  /** The newest call that is not the system's: `-[Provider finish:] + 20 (com.example.extension)`. */
  readonly appFrame: string | undefined;
  /** Calls of the thread that crashed, the newest first, at most 14. */
  readonly frames: readonly string[];
  /** Calls that threw the exception, where the report holds them, the newest first, at most 14. */
  readonly thrown: readonly string[];
}

/** A kill for memory. */
export interface MemoryKill {
  /** `per-process-limit`, `vm-pageshortage`, `highwater` … */
  readonly reason: string | undefined;
  /** Its size at the kill. */
  readonly bytes: number | undefined;
  readonly limitBytes: number | undefined;
  /** It went over its own hard limit; else the machine was short of memory, or nothing says which. */
  readonly isOwnLimit: boolean;
}
