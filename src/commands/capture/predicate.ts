import { Command } from '@oclif/core/command';
import { planOf } from '../capture-plan-run.ts';
import { writeResult } from '../output.ts';
import { symptomFlags } from '../symptom-flags.ts';

export class CapturePredicate extends Command {
  static override readonly summary = 'Print the predicate for log show that keeps what is read.';
  static override readonly usage = 'capture predicate [FLAGS]';
  static override readonly examples = [
    'log show --last 2h --info --debug --style ndjson --predicate "$(<%= config.bin %> capture predicate)" > capture.ndjson',
    '<%= config.bin %> capture predicate --symptom dns',
  ];
  static override readonly flags = symptomFlags;

  async run(): Promise<void> {
    const { flags } = await this.parse(CapturePredicate);
    const { predicate } = await planOf(flags);
    await writeResult(`${predicate}\n`, undefined);
  }
}
