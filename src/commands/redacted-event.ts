import type { SeenRecord } from '../capture.ts';
import { prove } from '../redact/prove.ts';
import type { Redactor } from '../redact/redactor.ts';
import { rewriteFields } from '../redact/typed-fields.ts';

/**
 * A record and the event that it is with a token in the place of every private value, for a redactor that is sealed. Throws
 * `UserError` (exit code 6) where one would still be in them; `where` names the place.
 */
export function redactSeen({ record, event }: SeenRecord, redactor: Redactor, where: () => string): SeenRecord {
  const written = redactor.record(record, event);
  const { origin, message, formatString = '', boot = '' } = written;
  const { process, processPath = '', sender, subsystem, category } = origin;
  const texts = [message, formatString, boot, process, processPath, sender, subsystem, category];
  const fields =
    event === undefined
      ? undefined
      : rewriteFields(event.name, event.fields, (text, kind) => {
          const told = kind === undefined ? redactor.text(text) : redactor.value(kind, text);
          texts.push(told);
          return told;
        });
  prove(redactor, texts.join('\n'), where);
  return { record: written, event: event === undefined ? undefined : { ...event, fields: fields ?? {} } };
}
