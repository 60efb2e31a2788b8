import { RE2JS } from 're2js';
import type { CompiledPattern } from './compile.ts';

/**
 * The patterns that people write: RE2's engine looks at every character once, so no pattern and no text makes it run away. It
 * has no back references and no look-around; those are refused by `patternProblem`.
 */
export function linearPattern(pattern: string, ignoreCase: boolean): CompiledPattern {
  const compiled = RE2JS.compile(pattern, ignoreCase ? RE2JS.CASE_INSENSITIVE : 0);
  return { test: (text) => compiled.matches(text) };
}

/** What is wrong with a pattern of `matches`, if anything. */
export function linearPatternProblem(pattern: string): string | undefined {
  try {
    linearPattern(pattern, false);
    return undefined;
  } catch (error) {
    const reason = error instanceof Error ? error.message.replace(/^error parsing regexp: /, '') : 'unreadable';
    return `not a regular expression that can be run safely: ${reason}`;
  }
}
