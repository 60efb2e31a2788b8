import type { Intake } from './intake.ts';

/** What `unifiedlog_iterator` prints for a text that it did not find in the archive. Source: its message.rs. */
const MISSING =
  /^(?:Failed to get (?:string message|message string) from |Unknown shared string message)|<Missing message data>/;

/** Says once of an export by `unifiedlog_iterator` that texts are missing: those records cannot be recognised. */
export class MissingTexts {
  readonly #intake: Intake;

  constructor(intake: Intake) {
    this.#intake = intake;
  }

  look(message: string, line: number): void {
    if (!MISSING.test(message)) return;
    const what =
      'records whose text the tool did not find in the archive; read the .logarchive itself, or one with its texts';
    this.#intake.problems.note('text-missing', what, { line, text: () => message });
  }
}
