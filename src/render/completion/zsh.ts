import { type CompletionCommand, type CompletionFlag, firstWords, topicsOf } from './completion-model.ts';

/** A function for zsh's own completion. It runs nothing. */
export function zshCompletion(commands: readonly CompletionCommand[]): string {
  const summaries = new Map(commands.map(({ name, summary }) => [name, summary]));
  const topics = topicsOf(commands);
  const described = firstWords(commands).map((word) => {
    const says = summaries.get(word) ?? (topics.get(word) ?? []).join(', ');
    return `    ${quoted(`${word}:${says}`)}`;
  });
  return [
    '#compdef necropsy',
    '# zsh completion of necropsy: necropsy completion zsh > a folder of $fpath, as _necropsy',
    '_necropsy() {',
    '  local -a commands',
    '  commands=(',
    ...described,
    '  )',
    "  if (( CURRENT == 2 )); then _describe 'command' commands; return; fi",
    '  local name="$words[2]"',
    '  case "$name" in',
    ...[...topics].map(([topic, words]) => {
      // A topic may be a command by itself: then files may follow.
      const rest = summaries.has(topic) ? '' : '; return';
      const second = `if (( CURRENT == 3 )); then compadd -- ${words.map(quoted).join(' ')}${rest}; fi`;
      const join = `case "$words[3]" in ${words.join('|')}) name="$name $words[3]"; shift words; (( CURRENT-- )) ;; esac`;
      return `    ${topic}) ${second}; ${join} ;;`;
    }),
    '  esac',
    '  shift words; (( CURRENT-- ))',
    '  case "$name" in',
    ...commands.flatMap(commandCase),
    '  esac',
    '}',
    '_necropsy "$@"',
    '',
  ].join('\n');
}

function commandCase({ name, flags, words }: CompletionCommand): string[] {
  const rest = words.length > 0 ? `*:name:(${words.join(' ')})` : '*:file:_files';
  return [
    `    ${quoted(name)})`,
    '      _arguments -s \\',
    ...flags.flatMap((flag) => specs(flag).map((spec) => `        ${quoted(spec)} \\`)),
    `        ${quoted(rest)} ;;`,
  ];
}

function specs(flag: CompletionFlag): string[] {
  const { name, char, summary, takesValue, values, takesFile } = flag;
  const what = values.length > 0 ? `(${values.join(' ')})` : takesFile ? '_files' : ' ';
  const value = takesValue ? `:value:${what}` : '';
  const says = `[${summary.replaceAll(/[[\]:\\]/g, '\\$&')}]${value}`;
  return [`--${name}${says}`, ...(char === undefined ? [] : [`-${char}${says}`])];
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}
