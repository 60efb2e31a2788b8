import { closeSync, openSync, renameSync, writeSync } from 'node:fs';
import { describeError } from '../lib/describe-error.ts';
import { UserError } from '../lib/errors.ts';

/** A file that keeps what is watched: when it is full it becomes FILE.1, and a new one begins. */
export interface CaptureWriter {
  write(block: Buffer): void;
  close(): void;
}

/** Throws `UserError` (exit code 2) where the file cannot be written. */
export function createCaptureWriter(file: string, mostBytes: number): CaptureWriter {
  const attempt = <T>(action: () => T): T => {
    try {
      return action();
    } catch (cause) {
      throw new UserError(`cannot write ${file}: ${describeError(cause).replace(/, (?:open|write|rename).*$/s, '')}`, {
        exitCode: 2,
        cause,
      });
    }
  };
  let fd = attempt(() => openSync(file, 'w', 0o600));
  let written = 0;
  return {
    write(block) {
      attempt(() => {
        if (written > 0 && written + block.length > mostBytes) {
          closeSync(fd);
          renameSync(file, `${file}.1`);
          fd = openSync(file, 'w', 0o600);
          written = 0;
        }
        writeSync(fd, block);
        written += block.length;
      });
    },
    close: () => closeSync(fd),
  };
}
