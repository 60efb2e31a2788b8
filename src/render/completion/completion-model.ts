/** What a shell can offer, drawn from the commands themselves. */
export interface CompletionCommand {
  /** As it is typed: `analyze`, `capture plan`. */
  readonly name: string;
  readonly summary: string;
  readonly flags: readonly CompletionFlag[];
  /** Words that stand behind it where it takes no files; empty where it takes files. */
  readonly words: readonly string[];
}

export interface CompletionFlag {
  /** Without dashes. */
  readonly name: string;
  readonly char?: string;
  readonly summary: string;
  readonly takesValue: boolean;
  /** What it can be; empty where it is anything. */
  readonly values: readonly string[];
  readonly takesFile: boolean;
}

/** First words of commands that have more than one, each with the second words. */
export function topicsOf(commands: readonly CompletionCommand[]): ReadonlyMap<string, readonly string[]> {
  const topics = new Map<string, string[]>();
  for (const { name } of commands) {
    const [first = '', second] = name.split(' ');
    if (second !== undefined) topics.set(first, [...(topics.get(first) ?? []), second]);
  }
  return topics;
}

/** First words, each once. */
export function firstWords(commands: readonly CompletionCommand[]): readonly string[] {
  return [...new Set(commands.map(({ name }) => name.split(' ')[0] ?? ''))].toSorted();
}
