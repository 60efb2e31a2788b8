import { type CompletionCommand, firstWords, topicsOf } from './completion-model.ts';

/** Rules for fish, one line each. They run nothing. */
export function fishCompletion(commands: readonly CompletionCommand[]): string {
  const topics = topicsOf(commands);
  const summaries = new Map(commands.map(({ name, summary }) => [name, summary]));
  const rule = (...parts: readonly string[]): string => `complete -c necropsy ${parts.join(' ')}`;
  return [
    '# fish completion of necropsy: necropsy completion fish > ~/.config/fish/completions/necropsy.fish',
    ...firstWords(commands).map((word) =>
      rule(
        '-n __fish_use_subcommand -f',
        `-a ${word}`,
        `-d ${quoted(summaries.get(word) ?? (topics.get(word) ?? []).join(', '))}`,
      ),
    ),
    ...[...topics].flatMap(([topic, words]) =>
      words.map((word) =>
        rule(
          `-n ${quoted(`__fish_seen_subcommand_from ${topic}; and not __fish_seen_subcommand_from ${words.join(' ')}`)}`,
          `-f -a ${word}`,
          `-d ${quoted(summaries.get(`${topic} ${word}`) ?? '')}`,
        ),
      ),
    ),
    ...commands.flatMap(({ name, flags, words }) => {
      const seen = name
        .split(' ')
        .map((word) => `__fish_seen_subcommand_from ${word}`)
        .join('; and ');
      const when = `-n ${quoted(seen)}`;
      return [
        ...(words.length === 0 ? [] : [rule(when, '-f', `-a ${quoted(words.join(' '))}`)]),
        ...flags.map(({ name: flag, char, summary, takesValue, values, takesFile }) =>
          rule(
            when,
            `-l ${flag}`,
            ...(char === undefined ? [] : [`-s ${char}`]),
            ...(takesValue ? [takesFile ? '-r -F' : '-x'] : []),
            ...(values.length === 0 ? [] : [`-a ${quoted(values.join(' '))}`]),
            `-d ${quoted(summary)}`,
          ),
        ),
      ];
    }),
    '',
  ].join('\n');
}

function quoted(text: string): string {
  return `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;
}
