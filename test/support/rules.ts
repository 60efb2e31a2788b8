import type { Detector } from '../../src/detect/define-detector.ts';
import type { RuleCaps } from '../../src/detect/rules/condition.ts';
import { ruleDetector } from '../../src/detect/rules/rule-detector.ts';
import { parseCatalog } from '../../src/language/catalog/parse-catalog.ts';
import { renderDiagnostic } from '../../src/language/diagnostic.ts';
import type { Catalog } from '../../src/model/catalog.ts';
import type { Report } from '../../src/model/report.ts';
import { BUILT_IN_CATALOG } from '../../src/recognize/catalog.generated.ts';
import { compileRules } from '../../src/recognize/compile-rules.ts';
import { weighText } from '../../src/testing/analyze-text.ts';
import { disagreements } from '../../src/testing/weighing-checks.ts';

/** A vendor's own words: what a provider without any line in the built-in catalog might print. */
const ACME = `
family acme.tunnel
  title "Acme"
  where subsystem == "com.acme.tunnel"
message started text "handshake {peer:word} started{? try {attempt:u32}}" sample "handshake a started"
message done text "handshake {peer:word} done" sample "handshake a done"
message failed text "handshake {peer:word} failed: {why:label}" level error sample "handshake a failed: x"
message detail text "detail {peer:word}" level info sample "detail a"
message traced text "trace {peer:word}" only-if "acmectl trace on" sample "trace a"
family acme.helper
  title "Acme's helper"
  where subsystem == "com.acme.helper"
message replied text "replied to {peer:word}" sample "replied to a"
`;

/** The built-in catalog with Acme's lines and one rule `r` of these clauses. */
export function catalogWith(clauses: string): Catalog {
  const severity = clauses.includes('severity') ? '' : 'severity warning';
  const title = clauses.includes('title') ? '' : 'title "It happened"';
  const text = `${ACME}\nrule r ${title} ${severity}\n${clauses}`;
  const { value, problems } = parseCatalog([{ name: 'acme.grammar', text }], BUILT_IN_CATALOG);
  if (problems.length > 0) throw new Error(problems.map(renderDiagnostic).join('\n'));
  return value;
}

export async function ruleOf(clauses: string, caps?: RuleCaps): Promise<{ catalog: Catalog; detector: Detector }> {
  const catalog = catalogWith(clauses);
  const [rule] = await compileRules(
    catalog,
    catalog.rules.filter(({ name }) => name === 'r'),
  );
  if (rule === undefined) throw new Error('no rule');
  return { catalog, detector: ruleDetector(rule, caps) };
}

export async function reportOf(clauses: string, log: string, caps?: RuleCaps): Promise<Report> {
  const { catalog, detector } = await ruleOf(clauses, caps);
  const { report, why = [] } = await weighText(Buffer.from(log), { detectors: [detector], catalog }, [
    { detector: 'r' },
  ]);
  const problems = why.flatMap(disagreements);
  if (problems.length > 0) throw new Error(problems.join('\n'));
  return report;
}
