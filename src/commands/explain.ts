import { Command } from '@oclif/core/command';
import * as Flags from '@oclif/core/flags';
import { grammarFlag, rulesFlag } from './capture-flags.ts';
import { explain } from './explain-run.ts';
import { writeResult } from './output.ts';
import { surroundings, usesColour, widthOf } from './terminal.ts';

export class Explain extends Command {
  static override readonly summary = 'Say what a detector, a message, an error code or a pasted log line means.';
  static override readonly description =
    'Of a log line: which message it is, what it means, what its values stand for, what usually follows. - reads the line from standard input. Without a name it lists the detectors.';
  static override readonly usage = 'explain [NAME | FAMILY/MESSAGE | DOMAIN CODE | LINE | -] [FLAGS]';
  static override readonly examples = [
    '<%= config.bin %> explain proxy-self-loop',
    '<%= config.bin %> explain kernel.flow-divert/connect-result',
    '<%= config.bin %> explain NEVPNErrorDomain 3',
    "<%= config.bin %> explain '(2201100002): received connect result 61'",
    '$ pbpaste | <%= config.bin %> explain -',
  ];
  /** Several words are one name, or one line that was not quoted. */
  static override readonly strict = false;
  static override readonly flags = {
    grammar: grammarFlag,
    rules: rulesFlag,
    'no-color': Flags.boolean({ summary: 'No colour.', helpGroup: 'OUTPUT' }),
    width: Flags.integer({ hidden: true, min: 20, max: 1000 }),
  };

  async run(): Promise<void> {
    const { argv, flags } = await this.parse(Explain);
    // oclif leaves the type of unnamed words open; they are what was typed.
    const typed = argv as string[];
    const words = typed.length === 1 && typed[0] === '-' ? [await standardInput()] : typed;
    const around = surroundings();
    const options = { width: flags.width ?? widthOf(around), colour: usesColour(around, flags['no-color']) };
    await writeResult(
      await explain({ words, grammar: flags.grammar, rules: flags.rules, root: this.config.root }, options),
      undefined,
    );
  }
}

/** A pasted text is short; the rest of a long one is left unread. */
const MAX_PASTE = 256 * 1024;

async function standardInput(): Promise<string> {
  let text = '';
  process.stdin.setEncoding('utf8');
  for await (const chunk of process.stdin) {
    text += String(chunk);
    if (text.length > MAX_PASTE) break;
  }
  return text.slice(0, MAX_PASTE);
}
