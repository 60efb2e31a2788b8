import { type CompletionCommand, type CompletionFlag, firstWords, topicsOf } from './completion-model.ts';

/** A script for bash 3.2 and later, which a Mac has. It runs nothing and needs nothing else. */
export function bashCompletion(commands: readonly CompletionCommand[]): string {
  const topics = topicsOf(commands);
  // A topic may be a command by itself: then what is no second word is a file.
  const subs = [...topics].map(
    ([topic, words]) =>
      `      ${topic}) __necropsy_words ${quoted(words.join(' '))}; if [ "\${#COMPREPLY[@]}" -gt 0 ]; then return; fi ;;`,
  );
  return [
    '# bash completion of necropsy: necropsy completion bash > ~/.necropsy.bash; source it from ~/.bashrc',
    '__necropsy_words() { COMPREPLY=($(compgen -W "$1" -- "$cur")); }',
    '__necropsy_files() { COMPREPLY=($(compgen -f -- "$cur")); }',
    '_necropsy() {',
    `  local cur="\${COMP_WORDS[COMP_CWORD]}" prev="\${COMP_WORDS[COMP_CWORD-1]}" command="\${COMP_WORDS[1]}"`,
    '  COMPREPLY=()',
    `  if [ "$COMP_CWORD" -eq 1 ]; then __necropsy_words ${quoted(firstWords(commands).join(' '))}; return; fi`,
    '  if [ "$COMP_CWORD" -eq 2 ]; then',
    '    case "$command" in',
    ...subs,
    '    esac',
    '  fi',
    '  case "$command" in',
    ...[...topics].map(
      ([topic, words]) =>
        `    ${topic}) case "\${COMP_WORDS[2]}" in ${words.join('|')}) command="${topic} \${COMP_WORDS[2]}" ;; esac ;;`,
    ),
    '  esac',
    '  case "$command" in',
    ...commands.flatMap(commandCase),
    '  esac',
    '}',
    'complete -o filenames -F _necropsy necropsy',
    '',
  ].join('\n');
}

function commandCase({ name, flags, words }: CompletionCommand): string[] {
  const valued = flags.filter(({ takesValue }) => takesValue);
  return [
    `    ${quoted(name)})`,
    '      case "$prev" in',
    ...valued.map((flag) => `        ${spellings(flag)}) ${offer(flag)}; return ;;`),
    '      esac',
    '      case "$cur" in',
    `        -*) __necropsy_words ${quoted(flags.map((flag) => `--${flag.name}`).join(' '))} ;;`,
    `        *) ${words.length > 0 ? `__necropsy_words ${quoted(words.join(' '))}` : '__necropsy_files'} ;;`,
    '      esac ;;',
  ];
}

function spellings({ name, char }: CompletionFlag): string {
  return char === undefined ? `--${name}` : `--${name}|-${char}`;
}

function offer({ values, takesFile }: CompletionFlag): string {
  if (values.length > 0) return `__necropsy_words ${quoted(values.join(' '))}`;
  return takesFile ? '__necropsy_files' : ':';
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}
