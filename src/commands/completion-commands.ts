import type { Command } from '@oclif/core/command';
import type { CompletionCommand, CompletionFlag } from '../render/completion/completion-model.ts';
import { listSamples } from './samples.ts';

/** What flags of this placeholder take is a file. */
const FILES = /^(?:FILE|DIR|FILE\|DIR)$/;
/** Flags whose values are detectors. */
const DETECTOR_FLAGS: ReadonlySet<string> = new Set(['rule', 'skip']);

/** Commands as a shell completes them: names, flags, what flags can be, what stands behind a command. */
export async function completionCommands(commands: readonly Command.Loadable[]): Promise<readonly CompletionCommand[]> {
  const { DETECTORS } = await import('../detect/all.ts');
  const detectors = DETECTORS.map(({ meta }) => meta.id);
  const words: Readonly<Record<string, readonly string[]>> = {
    explain: detectors,
    demo: listSamples().map(({ name }) => name),
    completion: ['bash', 'zsh', 'fish'],
  };
  const aliases = new Set(commands.flatMap((command) => command.aliases ?? []));
  return commands
    .filter(({ id, hidden }) => hidden !== true && !aliases.has(id))
    .map(({ id, summary = '', flags }) => {
      const name = id.replaceAll(':', ' ');
      return { name, summary, flags: flagsOf(flags, detectors), words: words[name] ?? [] };
    })
    .toSorted((a, b) => (a.name < b.name ? -1 : 1));
}

function flagsOf(flags: Command.Loadable['flags'], detectors: readonly string[]): CompletionFlag[] {
  return Object.entries(flags)
    .filter(([, { hidden }]) => hidden !== true)
    .map(([name, flag]) => {
      const takesValue = flag.type === 'option';
      const options = takesValue ? (flag.options ?? []) : [];
      return {
        name,
        ...(flag.char === undefined ? {} : { char: flag.char }),
        summary: flag.summary ?? '',
        takesValue,
        values: DETECTOR_FLAGS.has(name) ? detectors : options,
        takesFile: takesValue && FILES.test(String(flag.helpValue ?? '')),
      };
    });
}
