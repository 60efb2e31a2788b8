import { type EventsFlags, readEvents } from './events-run.ts';
import { refuseToOverwrite } from './output.ts';
import { learnAll } from './redact-run.ts';
import { createRunRedactor } from './redaction-flags.ts';
import { createRevealing } from './revealing.ts';
import { openSelection } from './selection.ts';
import { keepStandardInput } from './spool.ts';

/**
 * Reads a capture three times: everything that is private in it is learnt, then every line that would be printed is held against
 * that, then it is printed. Throws `UserError` (exit code 6) at the first leak; nothing is written then.
 */
export async function runRedactedEvents(named: readonly string[], flags: EventsFlags): Promise<0 | 4 | 130> {
  refuseToOverwrite(named, flags.output);
  const spool = await keepStandardInput(named);
  try {
    const { inputs } = spool;
    const learning = await openSelection(inputs, flags, { recognizes: true });
    const redactor = await createRunRedactor(flags, learning.catalog, [...inputs, flags.output]);
    if (redactor === undefined) return 0;
    const revealing = createRevealing(redactor, flags['key-file']);
    try {
      await learnAll(learning, redactor);
    } finally {
      learning.progress?.stop();
      learning.interrupt.release();
    }
    if (learning.interrupt.signal.aborted) return 130;
    redactor.seal();
    if ((await readEvents(inputs, flags, { redactor, isSilent: true })) === 130) return 130;
    const ending = await readEvents(inputs, flags, { redactor, isSilent: false });
    revealing.save();
    return ending;
  } finally {
    spool.release();
  }
}
