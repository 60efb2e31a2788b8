/** A file of a set, read from beginning to end once. */
export interface StreamedFile extends FileEntry {
  /** The next bytes, at most `max`, into `into` from index `at` on; how many, 0 at the end. Throws `UserError`. */
  read(into: Buffer, at: number, max: number): number | Promise<number>;
}

export interface FileEntry {
  /** Relative to the set, with slashes, without `.` and `..`: `Persist/0000000000000f85.tracev3`. */
  readonly path: string;
  /** Bytes, as the container states them. */
  readonly size: number;
}

/** A file of a set, read at any place any number of times. */
export interface RandomFile {
  readonly size: number;
  /** Fills `into` from `position` on; how many bytes there were. Throws `UserError` where the system refuses. */
  read(into: Buffer, position: number): number;
  close(): void;
}

/**
 * Files that belong together: a folder, or what a container holds. Large files are walked, because a compressed container
 * cannot be read at a place; small ones are opened.
 */
export interface FileSet {
  /** Sorted by path. */
  readonly files: readonly FileEntry[];
  /**
   * Undefined where there is no such file, or where the container did not keep it (`walk` reads it then). Keeps no more
   * than the file of the system open, if any; whoever opened it closes it.
   */
  open(path: string): RandomFile | undefined;
  /**
   * The first bytes of a file that cannot be opened, where the container kept them: to look at many large files it need not be
   * gone through again.
   */
  beginning?(path: string): Buffer | undefined;
  /**
   * The files that `wants` names, one after another in the order of the container, any number of times. A file that is not
   * read to its end costs no more than passing over it.
   */
  walk(wants: (path: string) => boolean): AsyncGenerator<StreamedFile>;
}
