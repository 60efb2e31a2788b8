import * as Args from '@oclif/core/args';
import { Command } from '@oclif/core/command';
import * as Flags from '@oclif/core/flags';
import { requireDetectors } from './detector-names.ts';
import { writeResult } from './output.ts';
import { surroundings, usesColour, widthOf } from './terminal.ts';

export class Explain extends Command {
  static override readonly summary = 'Say what a detector surfaces, how, when it is wrong, and what to do.';
  static override readonly description = 'Without NAME it lists the detectors.';
  static override readonly usage = 'explain [NAME] [FLAGS]';
  static override readonly examples = ['<%= config.bin %> explain proxy-self-loop'];
  static override readonly args = {
    name: Args.string({ ignoreStdin: true, description: 'A detector, as findings name it.' }),
  };
  static override readonly flags = {
    'no-color': Flags.boolean({ summary: 'No colour.', helpGroup: 'OUTPUT' }),
    width: Flags.integer({ hidden: true, min: 20, max: 1000 }),
  };

  async run(): Promise<void> {
    const { args, flags } = await this.parse(Explain);
    const [{ DETECTORS }, { renderExplanation }, { renderNames }] = await Promise.all([
      import('../detect/all.ts'),
      import('../render/terminal/explain.ts'),
      import('../render/terminal/names.ts'),
    ]);
    const around = surroundings();
    const options = { width: flags.width ?? widthOf(around), colour: usesColour(around, flags['no-color']) };
    const metas = DETECTORS.map(({ meta }) => meta);
    const ids = metas.map(({ id }) => id);
    if (args.name !== undefined) requireDetectors([args.name], ids);
    const meta = metas.find(({ id }) => id === args.name);
    const named = metas.map(({ id, severity, title }) => ({ name: id, severity, title }));
    await writeResult(meta === undefined ? renderNames(named, options) : renderExplanation(meta, options), undefined);
  }
}
