/** Where the bytes of one input come from, read front to back. */
export interface ByteSource {
  /** As the person gave it; `stdin` for a pipe. */
  readonly name: string;
  /** Bytes in all; undefined where nobody can know (a pipe). */
  readonly size: number | undefined;
  /** Whether the same bytes can be read again later, by name. */
  readonly isSeekable: boolean;
  /** The folder or container that it is one file of: where it is no log, nobody is told of it alone. */
  readonly container?: string;
  /**
   * Reads the next bytes, at most `max`, into `into` from index `at` on. Answers how many; 0 is the end of the input.
   * A promise only where it has to wait. Throws `UserError` where the system refuses.
   */
  read(into: Buffer, at: number, max: number): number | Promise<number>;
  /** Fills `into` from `position` on without moving the reading position; only where `isSeekable`. */
  peek?(into: Buffer, position: number): number;
  close(): void;
}
