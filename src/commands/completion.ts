import * as Args from '@oclif/core/args';
import { Command } from '@oclif/core/command';
import { completionCommands } from './completion-commands.ts';
import { writeResult } from './output.ts';

const SHELLS = ['bash', 'zsh', 'fish'] as const;

export class Completion extends Command {
  static override readonly summary = 'Print the completion of commands, flags and their values for a shell.';
  static override readonly description =
    'The script runs nothing and is drawn from the commands of this version: make it again after an update. bash: source it; zsh: as _necropsy in a folder of $fpath; fish: as completions/necropsy.fish.';
  static override readonly usage = 'completion bash|zsh|fish';
  static override readonly examples = [
    '<%= config.bin %> completion bash > ~/.necropsy.bash && echo "source ~/.necropsy.bash" >> ~/.bashrc',
    '<%= config.bin %> completion zsh > /usr/local/share/zsh/site-functions/_necropsy',
    '<%= config.bin %> completion fish > ~/.config/fish/completions/necropsy.fish',
  ];
  static override readonly args = {
    shell: Args.string({ required: true, options: [...SHELLS], ignoreStdin: true, description: 'bash, zsh or fish.' }),
  };

  async run(): Promise<void> {
    const { args } = await this.parse(Completion);
    const commands = await completionCommands(this.config.commands);
    await writeResult(await scriptOf(args.shell, commands), undefined);
  }
}

async function scriptOf(shell: string, commands: Awaited<ReturnType<typeof completionCommands>>): Promise<string> {
  if (shell === 'zsh') return (await import('../render/completion/zsh.ts')).zshCompletion(commands);
  if (shell === 'fish') return (await import('../render/completion/fish.ts')).fishCompletion(commands);
  return (await import('../render/completion/bash.ts')).bashCompletion(commands);
}
