import type { FindingReport } from '../../../model/report.ts';
import { visible } from '../../terminal/visible.ts';
import { knownText } from '../../terminal/words.ts';

/** A finding for a ticket: text of the log stands only in a fence longer than any run of backticks in it. */
export function findingMarkdown({
  title,
  severity,
  confidence,
  message,
  reasons,
  evidence,
  next,
  detector,
  baselined,
}: FindingReport): string {
  const lines = evidence.map(
    ({ at = '', process, pid, text, decisive }) =>
      `${decisive ? '>' : ' '} ${at} ${visible(process)}${pid === undefined ? '' : `[${pid}]`}: ${visible(text)}`,
  );
  return [
    `### ${escapeMarkdown(title)}`,
    '',
    `${severity}, ${confidence} confidence, ${detector}`,
    ...(baselined === undefined ? [] : ['', escapeMarkdown(knownText(baselined))]),
    '',
    escapeMarkdown(message),
    '',
    ...reasons.map((reason) => `- ${escapeMarkdown(reason)}`),
    '',
    ...fenced(lines),
    '',
    ...next.map((step) => `- ${step.for}: ${escapeMarkdown(step.text)}`),
    '',
  ].join('\n');
}

export function fenced(lines: readonly string[]): string[] {
  const longest = Math.max(2, ...lines.flatMap((line) => [...line.matchAll(/`+/g)].map(([run]) => run.length)));
  const fence = '`'.repeat(longest + 1);
  return [`${fence}text`, ...lines, fence];
}

/** Nothing in it can begin markup, a link or a mention. */
export function escapeMarkdown(text: string): string {
  return visible(text).replace(/[\\`*_{}[\]()<>#+\-.!|~@&]/g, (character) =>
    /[-.()+]/.test(character) ? character : `\\${character}`,
  );
}
