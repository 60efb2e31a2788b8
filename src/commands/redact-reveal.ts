import * as Args from '@oclif/core/args';
import { Command } from '@oclif/core/command';
import * as Flags from '@oclif/core/flags';
import { UserError } from '../lib/errors.ts';
import { writeResult } from './output.ts';

export class RedactReveal extends Command {
  static override readonly summary = 'Say what a token of a redacted capture stands for, with the key.';
  static override readonly description =
    'Tokens cannot be turned back: what they stand for is kept in FILE.map beside the key, for the owner alone, by every redact run with --key-file FILE. A part of a token, or a text with tokens in it, is looked up too.';
  static override readonly usage = 'redact reveal TOKEN --key-file FILE';
  static override readonly examples = [
    '<%= config.bin %> redact reveal host-3fa1c2.tld-com --key-file ~/acme.key',
    '<%= config.bin %> redact reveal ip4-prv-91a0c2 --key-file ~/acme.key',
  ];
  static override readonly args = {
    token: Args.string({ required: true, ignoreStdin: true, description: 'A token, or the beginning of one.' }),
  };
  static override readonly flags = {
    'key-file': Flags.string({
      required: true,
      helpValue: 'FILE',
      summary: 'The key that the capture was redacted with.',
      helpGroup: 'PRIVACY',
    }),
  };

  async run(): Promise<void> {
    const { args, flags } = await this.parse(RedactReveal);
    const keyFile = flags['key-file'];
    const [{ mapOf, readKey, readMap }, { visible }] = await Promise.all([
      import('../redact/key-store.ts'),
      import('../render/terminal/visible.ts'),
    ]);
    if (readKey(keyFile) === undefined)
      throw new UserError(`there is no key at ${keyFile}`, {
        exitCode: 2,
        hint: 'it is what --key-file named when the capture was redacted',
      });
    const wanted = args.token.toLowerCase();
    const found = readMap(keyFile).filter(
      ({ token }) => wanted.includes(token.toLowerCase()) || token.toLowerCase().startsWith(wanted),
    );
    if (found.length === 0)
      throw new UserError(`${args.token} is no token of this key`, {
        exitCode: 2,
        hint: `${mapOf(keyFile)} holds what runs with this key have replaced`,
      });
    const lines = found.map(({ token, kind, value }) => `${token}\t${kind}\t${visible(value)}\n`);
    await writeResult(lines.join(''), undefined);
  }
}
