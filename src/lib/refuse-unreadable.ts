import type { InputSummary, Problem, ProblemCode } from '../model/input.ts';
import { UserError } from './errors.ts';

const FATAL: readonly ProblemCode[] = ['format-unsupported', 'format-unknown', 'input-empty', 'input-unreadable'];
/** What `necropsy report` writes beside the lines that it cites. */
const OF_REPORT = /[\\/]findings\.json$/;

/**
 * Where not one input is of a format that can be read there is nothing to report on: exit 3, with the word for each input.
 * An export of a known style without a record is an answer, not an error.
 */
export function refuseUnreadable(summaries: readonly InputSummary[], problems: readonly Problem[]): void {
  if (summaries.some(({ format }) => format !== 'unknown')) return;
  const fatal = problems.filter(({ code }) => FATAL.includes(code));
  const words = fatal.map(({ message, example }) => `${example.input}: ${message}`);
  // A known format comes with advice of its own.
  const isAdvised = fatal.length > 0 && fatal.every(({ code }) => code === 'format-unsupported');
  const isOwn = fatal.some(({ example }) => OF_REPORT.test(example.input));
  throw new UserError(words.length === 0 ? 'nothing could be read' : words.join('\n'), {
    exitCode: 3,
    hint: isAdvised
      ? undefined
      : isOwn
        ? 'it looks like what necropsy report wrote: give the capture it was made of, or the evidence.ndjson.gz that is in it'
        : 'give an export of log show or log stream (default, compact, syslog, json or ndjson style), rows copied from Console, the output of pmset -g log, or the syslog of a device',
  });
}
