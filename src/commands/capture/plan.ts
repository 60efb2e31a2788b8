import { Command } from '@oclif/core/command';
import * as Flags from '@oclif/core/flags';
import { outputFlags } from '../capture-flags.ts';
import { runPlan } from '../capture-plan-run.ts';
import { symptomFlags } from '../symptom-flags.ts';

export class CapturePlanCommand extends Command {
  static override readonly summary = 'Say what to record, and how, for what is wrong.';
  static override readonly description =
    'Derived from what the detectors read and from who prints it at which level. Nothing is recorded: copy the commands to the Mac that has the trouble.';
  static override readonly usage = 'capture plan [FLAGS]';
  static override readonly examples = [
    '<%= config.bin %> capture plan',
    '<%= config.bin %> capture plan --symptom wake --process com.example.tunnel',
  ];
  static override readonly flags = {
    ...symptomFlags,
    json: Flags.boolean({ summary: 'The plan as JSON.', helpGroup: 'OUTPUT' }),
    'no-color': outputFlags['no-color'],
    width: outputFlags.width,
  };

  async run(): Promise<void> {
    const { flags } = await this.parse(CapturePlanCommand);
    await runPlan(flags);
  }
}
