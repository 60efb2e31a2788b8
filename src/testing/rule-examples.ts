import { ruleDetectors } from '../analyze.ts';
import type { Detector } from '../detect/define-detector.ts';
import type { Diagnostic } from '../language/diagnostic.ts';
import { describeError } from '../lib/describe-error.ts';
import type { Catalog, RuleExample, RuleSpec } from '../model/catalog.ts';
import type { DetectorOutcome } from '../model/finding.ts';
import type { FindingReport, Report } from '../model/report.ts';
import type { RuleTest } from '../model/rule.ts';
import { weighText } from './analyze-text.ts';
import { unfoldRepeats } from './repeated-lines.ts';
import { VARIANTS } from './variants.ts';
import { disagreements } from './weighing-checks.ts';

/** Each example of these rules that does not come out as it says is one error at its place. */
export async function checkRuleExamples(catalog: Catalog, rules: readonly RuleSpec[]): Promise<Diagnostic[]> {
  return (await testRules(catalog, rules)).flatMap((test) => diagnosticOf(test) ?? []);
}

/**
 * Runs the examples of these rules through the whole line: as written, cut into chunks, with chatter between the lines and as
 * ndjson; in the order in which they are written.
 */
export async function testRules(catalog: Catalog, rules: readonly RuleSpec[]): Promise<RuleTest[]> {
  const tests: RuleTest[] = [];
  for (const rule of rules) {
    const [detector] = await ruleDetectors(catalog, [rule]);
    if (detector === undefined) continue;
    for (const example of rule.examples) {
      const { kind, name, place } = example;
      const failure = await failureOf(example, catalog, detector);
      tests.push({ rule: rule.name, kind, name, place, ...(failure === undefined ? {} : { failure }) });
    }
  }
  return tests;
}

type Failure = NonNullable<RuleTest['failure']>;

async function failureOf(example: RuleExample, catalog: Catalog, detector: Detector): Promise<Failure | undefined> {
  const log = unfoldRepeats(example.log);
  for (const variant of VARIANTS) {
    const how = variant.name === 'as written' ? '' : ` (${variant.name})`;
    try {
      const { bytes, chunk } = await variant.of(log);
      const options = { detectors: [detector], catalog, ...(chunk === undefined ? {} : { chunk }) };
      const { report, why = [] } = await weighText(bytes, options, [{ detector: detector.meta.id }]);
      const [disagreement] = why.flatMap(disagreements);
      const failure = judge(example, report) ?? (disagreement === undefined ? undefined : { what: disagreement });
      if (failure !== undefined) return { ...failure, what: `${failure.what}${how}` };
    } catch (error) {
      return { what: `expected ${example.kind}, but the log cannot be read: ${describeError(error)}${how}` };
    }
  }
  return undefined;
}

function judge({ kind, captures }: RuleExample, report: Report): Failure | undefined {
  const [outcome] = report.detectors;
  if (outcome?.status !== kind)
    return { what: `expected ${kind}, came out ${outcome?.status}`, ...whyOf(outcome, report) };
  const differences = report.findings.map((finding) => differencesOf(finding, captures));
  const closest = differences.toSorted((a, b) => a.length - b.length)[0] ?? [];
  return closest.length === 0 ? undefined : { what: closest.join('; ') };
}

function whyOf(outcome: DetectorOutcome | undefined, { findings }: Report): Pick<Failure, 'help'> {
  switch (outcome?.status) {
    case 'not-observable':
      return { help: `the log lacks ${outcome.missing.join('; ')}` };
    case 'failed':
      return { help: outcome.error };
    case 'found':
      return { help: findings.flatMap(({ reasons }) => reasons).join('; ') };
    default:
      return {};
  }
}

/** What an example may say of its finding. */
const PROPERTIES: Readonly<Record<string, (finding: FindingReport) => string | undefined>> = {
  count: ({ count }) => String(count),
  severity: ({ severity }) => severity,
  confidence: ({ confidence }) => confidence,
  title: ({ title }) => title,
  process: ({ evidence }) => evidence.find(({ decisive }) => decisive)?.process,
  pid: (finding) => {
    const pid = finding.subjects[0]?.pid ?? finding.evidence.find(({ decisive }) => decisive)?.pid;
    return pid === undefined ? undefined : String(pid);
  },
};

function differencesOf(finding: FindingReport, captures: RuleExample['captures']): string[] {
  return Object.entries(captures).flatMap(([name, expected]) => {
    const read = Object.hasOwn(PROPERTIES, name) ? PROPERTIES[name] : undefined;
    if (read === undefined) return [`a finding has no ${name}: expected ${Object.keys(PROPERTIES).join(', ')}`];
    const actual = read(finding);
    return actual === expected ? [] : [`${name} is ${actual ?? 'not known'}, expected ${expected}`];
  });
}

function diagnosticOf({ kind, name, place, failure }: RuleTest): Diagnostic | undefined {
  if (failure === undefined) return undefined;
  const { what, help } = failure;
  return {
    code: 'rule-example-failed',
    severity: 'error',
    place,
    message: what,
    sourceLine: `example ${kind} ${JSON.stringify(name)}`,
    caret: 0,
    ...(help === undefined ? {} : { help }),
  };
}
