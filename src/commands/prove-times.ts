import { UserError } from '../lib/errors.ts';
import type { TimeShift } from '../lib/time-shift.ts';
import type { BundleInput } from '../render/bundle/bundle.ts';
import type { FittingFiles } from './ticket-run.ts';

type Input = Omit<BundleInput, 'keep'>;

/**
 * The files with the count of what may be a time and was left in them. Throws `UserError` (exit code 6) where one of them still says a
 * day of the capture.
 */
export async function provedTimes(
  input: Input,
  shift: TimeShift | undefined,
  draw: (input: Input) => Promise<FittingFiles>,
): Promise<FittingFiles> {
  const drawn = await draw(input);
  if (shift === undefined) return drawn;
  const { facts } = input;
  const texts = drawn.files.flatMap((file) => file.texts);
  const kept = [...shift.kept].filter((each) => texts.some((text) => text.includes(each))).length;
  const { isTellable } = shift;
  const counted = await draw({ ...input, facts: { ...facts, movedTimes: { kept, isTellable } } });
  for (const file of counted.files) for (const text of file.texts) proveTimes(shift, text, () => file.name);
  return counted;
}

/** Throws `UserError` (exit code 6) where a text that is about to be written still says a day of the capture. `where` names its place. */
export function proveTimes(shift: TimeShift, text: string, where: () => string): void {
  if (shift.trueDate(text) === undefined) return;
  throw new UserError(
    `a date of the capture, which --shift-time moves, would still stand in ${where()}: nothing was written`,
    {
      exitCode: 6,
      hint: 'please report it with this line',
    },
  );
}
