import type { RuleTest } from '../../model/rule.ts';
import { wrap } from './columns.ts';
import { hang, type Line, line, paint, span } from './line.ts';
import { visibleDeep } from './visible.ts';
import { count } from './words.ts';

const NARROWEST = 20;

/** Every rule with its examples: what came out as it says, and of what did not the difference and its place. */
export function renderRuleTests(
  tests: readonly RuleTest[],
  options: { readonly width: number; readonly colour: boolean },
): string {
  const drawn = visibleDeep(tests);
  const width = Math.max(NARROWEST, options.width);
  const rules = [...new Set(drawn.map(({ rule }) => rule))];
  const failed = drawn.filter(({ failure }) => failure !== undefined).length;
  const lines: Line[] = rules.flatMap((rule) => [
    line(span(rule, 'strong')),
    ...drawn.filter((test) => test.rule === rule).flatMap((test) => testLines(test, width)),
  ]);
  const sum = `${count(drawn.length, 'example')} of ${count(rules.length, 'rule')}: `;
  const total = failed === 0 ? span('all as they say', 'good') : span(`${failed} failed`, 'bad');
  return paint([...lines, line(sum, total)], { colour: options.colour, width });
}

function testLines({ kind, name, place, failure }: RuleTest, width: number): Line[] {
  const mark = failure === undefined ? span('  ● ', 'good') : span('  ▲ ', 'bad');
  const head = hang(
    line(mark),
    wrap(`${kind} "${name}"`, width - 4).map((text) => line(text)),
  );
  if (failure === undefined) return head;
  const said = [failure.what, ...(failure.help === undefined ? [] : [failure.help])];
  return [
    ...head,
    ...said.flatMap((text) =>
      hang(
        line('      '),
        wrap(text, width - 6).map((part) => line(part)),
      ),
    ),
    ...wrap(`${place.file}:${place.line}:${place.column}`, width - 6).map((part) =>
      line('      ', span(part, 'quiet')),
    ),
  ];
}
