import { basename } from 'node:path';
import type { Report } from '../model/report.ts';

/** The inputs as a redacted page may name them. */
export function namesIn({ capture }: Report): readonly string[] {
  return [...new Set(capture.inputs.map(({ name, container }) => container ?? name))];
}

/** What a page about these inputs is called where nobody says. */
export function titleOf(inputs: readonly string[], wanted: string | undefined): string {
  if (wanted !== undefined && wanted !== '') return wanted;
  const names = inputs.map((input) => (input === '-' ? 'standard input' : basename(input)));
  return names.length > 3 ? `${names.slice(0, 2).join(', ')} and ${names.length - 2} more` : names.join(', ');
}
