import { UserError } from '../lib/errors.ts';
import type { TimeShift } from '../lib/time-shift.ts';
import type { Report } from '../model/report.ts';
import type { Story } from '../model/story.ts';
import type { Redactor } from '../redact/redactor.ts';
import type { BundleFile } from '../render/bundle/bundle.ts';
import type { FilledForm, FormRequest } from '../render/ticket/form.ts';
import { note } from './output.ts';
import { proveTimes } from './prove-times.ts';

const NAME = 'the address of the form';

interface FormInput {
  readonly report: Report;
  readonly story: Story | undefined;
  readonly redactor: Redactor | undefined;
  readonly shift: TimeShift | undefined;
}

/**
 * The form filled in; the person's own words are redacted as the rest. Throws `UserError` (exit code 2) where these alone are too
 * long.
 */
export async function filledForm(
  request: FormRequest,
  { report, story, redactor, shift }: FormInput,
): Promise<FilledForm> {
  const { fillForm, MOST_URL } = await import('../render/ticket/form.ts');
  const fields = request.fields.map(({ text = '', ...field }) => {
    const hidden = redactor?.text(text) ?? text;
    return { ...field, text: shift?.text(hidden) ?? hidden };
  });
  const form = fillForm(report, story, { ...request, fields });
  if (form !== undefined) {
    if (shift !== undefined) for (const text of form.texts) proveTimes(shift, text, () => NAME);
    return form;
  }
  throw new UserError(
    `the address would be longer than ${MOST_URL.toLocaleString('en')} characters by the --field texts alone`,
    {
      exitCode: 2,
      hint: 'shorten them, or paste them into the form',
    },
  );
}

/** The address as what is proved beside the files. */
export function asFile({ texts }: FilledForm): BundleFile {
  return { name: NAME, bytes: new Uint8Array(), texts };
}

/** Says what of the ticket is not in the form. */
export function sayWhatWasCut({ cut, url }: FilledForm): void {
  note(
    `the address below has ${url.length.toLocaleString('en')} characters; open it where you are signed in, add the files, and send it yourself`,
  );
  for (const { id, kept, of } of cut) note(`  ${id}: cut to ${kept} of ${of} lines; the rest is in report.md`);
}
