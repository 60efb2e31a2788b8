import type { RuleTest } from '../model/rule.ts';
import { attributes, escapeXml } from './escape-xml.ts';

/** JUnit XML of the examples of rules: one suite per rule, one test case per example. */
export function renderRuleTestsJunit(tests: readonly RuleTest[]): string {
  const rules = [...new Set(tests.map(({ rule }) => rule))];
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites${attributes({ name: 'necropsy rules', ...countsOf(tests) })}>`,
    ...rules.flatMap((rule) =>
      suite(
        rule,
        tests.filter((test) => test.rule === rule),
      ),
    ),
    '</testsuites>',
    '',
  ].join('\n');
}

function suite(rule: string, tests: readonly RuleTest[]): string[] {
  return [
    `  <testsuite${attributes({ name: rule, ...countsOf(tests), time: 0 })}>`,
    ...tests.map(testCase),
    '  </testsuite>',
  ];
}

function testCase({ rule, kind, name, place, failure }: RuleTest): string {
  const about = attributes({ classname: rule, name: `${kind}: ${name}`, file: place.file, line: place.line, time: 0 });
  if (failure === undefined) return `    <testcase${about}/>`;
  const text = [`${place.file}:${place.line}:${place.column}`, failure.what, failure.help ?? '']
    .filter((part) => part !== '')
    .map((part) => escapeXml(part))
    .join('\n');
  const failed = attributes({ type: 'rule-example-failed', message: failure.what });
  return `    <testcase${about}>\n      <failure${failed}>${text}</failure>\n    </testcase>`;
}

function countsOf(tests: readonly RuleTest[]): Readonly<Record<string, number>> {
  const failures = tests.filter(({ failure }) => failure !== undefined).length;
  return { tests: tests.length, failures, errors: 0, skipped: 0 };
}
