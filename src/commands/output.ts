import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describeError } from '../lib/describe-error.ts';
import { UserError } from '../lib/errors.ts';
import { visible } from '../render/terminal/visible.ts';

/**
 * Hands the result over: to standard output and waits until it is written, or to `file`. `closed` where the reader of
 * standard output has gone (`| head`), which is no fault. Throws `UserError` where the file cannot be written.
 */
export async function writeResult(text: string | Uint8Array, file: string | undefined): Promise<'written' | 'closed'> {
  if (file !== undefined && file !== '-') {
    try {
      writeFileSync(file, text);
    } catch (cause) {
      // Node ends the text with the call and the path, which the message names already.
      const reason = describeError(cause).replace(/, open '.*$/s, '');
      throw new UserError(`cannot write ${file}: ${reason}`, { exitCode: 2, cause });
    }
    return 'written';
  }
  return new Promise((done, failed) => {
    process.stdout.write(text, (error) => {
      if (error == null) done('written');
      else if ('code' in error && error.code === 'EPIPE') done('closed');
      else failed(error);
    });
  });
}

/** For people, never for programs: standard error, one line. */
export function note(text: string): void {
  process.stderr.write(`necropsy: ${visible(text)}\n`);
}

/** Throws `UserError` where the output would replace an input before anybody has read the report. */
export function refuseToOverwrite(inputs: readonly string[], file: string | undefined): void {
  if (file === undefined || file === '-') return;
  const clash = inputs.find((input) => input !== '-' && resolve(input) === resolve(file));
  if (clash === undefined) return;
  throw new UserError(`${file} is an input of this run and would be overwritten`, {
    exitCode: 2,
    hint: 'give --output another name',
  });
}
