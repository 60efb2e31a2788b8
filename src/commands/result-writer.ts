import { closeSync, openSync, writeSync } from 'node:fs';
import { describeError } from '../lib/describe-error.ts';
import { UserError } from '../lib/errors.ts';
import { writeResult } from './output.ts';

/** A result that is written piece by piece: to a file, or to standard output. */
export interface ResultWriter {
  /** False where the reader has gone (`| head`): nobody wants the rest. */
  write(text: string): Promise<boolean>;
  end(): Promise<boolean>;
}

/** Pieces are gathered up to this many characters: a write costs more than a line. */
const GATHERED = 64 * 1024;

export function createResultWriter(file: string | undefined): ResultWriter {
  const sink = file === undefined || file === '-' ? standardOutput() : fileOutput(file);
  let gathered: string[] = [];
  let length = 0;
  const flush = async (): Promise<boolean> => {
    const text = gathered.join('');
    gathered = [];
    length = 0;
    return text === '' || sink.write(text);
  };
  return {
    async write(text) {
      gathered.push(text);
      length += text.length;
      return length < GATHERED || flush();
    },
    async end() {
      const isThere = await flush();
      sink.close();
      return isThere;
    },
  };
}

interface Sink {
  write(text: string): Promise<boolean>;
  close(): void;
}

function standardOutput(): Sink {
  return { write: async (text) => (await writeResult(text, undefined)) === 'written', close: () => undefined };
}

function fileOutput(file: string): Sink {
  const attempt = <T>(action: () => T): T => {
    try {
      return action();
    } catch (cause) {
      const reason = describeError(cause).replace(/, (?:open|write).*$/s, '');
      throw new UserError(`cannot write ${file}: ${reason}`, { exitCode: 2, cause });
    }
  };
  const fd = attempt(() => openSync(file, 'w'));
  return {
    async write(text) {
      attempt(() => writeSync(fd, text));
      return true;
    },
    close: () => closeSync(fd),
  };
}
