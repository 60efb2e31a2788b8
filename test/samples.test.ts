import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { analyze } from '../src/analyze.ts';
import { renderDiagnostic } from '../src/language/diagnostic.ts';
import type { Catalog } from '../src/model/catalog.ts';
import type { Report } from '../src/model/report.ts';
import { BUILT_IN_CATALOG } from '../src/recognize/catalog.generated.ts';
import { loadGrammars } from '../src/recognize/load-grammars.ts';

const ROOT = new URL('../samples/', import.meta.url).pathname;
const schema = JSON.parse(readFileSync(new URL('../src/model/report.schema.json', import.meta.url), 'utf8'));
const validate = new Ajv2020({ allErrors: true }).compile(schema);

/** What happens in each sample, as its ORIGIN.md tells it: written by hand, not read off a report. */
const TOLD: Readonly<Record<string, { detector: string; severity: string; count: number }>> = {
  'acme-handshake': { detector: 'acme-handshake-storm', severity: 'error', count: 23 },
  'crash-report': { detector: 'provider-crash', severity: 'error', count: 1 },
  'darkwake-churn': { detector: 'darkwake-churn', severity: 'warning', count: 7 },
  // One flow of thirty was never offered: too few to be more than a remark.
  'flow-endings': { detector: 'missing-new-flow', severity: 'info', count: 1 },
  'memory-limit': { detector: 'provider-jetsam', severity: 'error', count: 1 },
  'missing-new-flow': { detector: 'missing-new-flow', severity: 'error', count: 6 },
  'provider-crash': { detector: 'provider-crash', severity: 'error', count: 1 },
  'provider-exit-loop': { detector: 'provider-exit-loop', severity: 'error', count: 6 },
  'udp-self-loop': { detector: 'proxy-self-loop', severity: 'error', count: 64 },
};

const names = readdirSync(ROOT, { withFileTypes: true }).flatMap((entry) => (entry.isDirectory() ? [entry.name] : []));

function captureOf(name: string): string {
  const file = readdirSync(join(ROOT, name)).find((each) => each.startsWith('capture.'));
  if (file === undefined) throw new Error(`samples/${name} has no capture.*`);
  return join(ROOT, name, file);
}

/** The catalog with what the sample's own grammars add: their names in a report are the same on every machine. */
function catalogOf(name: string): Catalog {
  const own = readdirSync(join(ROOT, name)).filter((file) => file.endsWith('.grammar'));
  if (own.length === 0) return BUILT_IN_CATALOG;
  const { catalog, diagnostics } = loadGrammars(
    own.map((file) => join(ROOT, name, file)),
    BUILT_IN_CATALOG,
  );
  expect(diagnostics.map(renderDiagnostic)).toEqual([]);
  return catalog;
}

/** The report with the input's place taken out: the same on every machine. */
async function reportOf(name: string): Promise<Report> {
  const path = captureOf(name);
  const { report } = await analyze({ inputs: [path], catalog: catalogOf(name), version: '0.0.0' });
  return JSON.parse(JSON.stringify(report).replaceAll(JSON.stringify(path), JSON.stringify(path.slice(ROOT.length))));
}

describe('samples', () => {
  it('tells what happens in each of them', () => {
    expect(names.toSorted()).toEqual(Object.keys(TOLD).toSorted());
  });

  it.each(names)('%s: the report is the expected one, and fits its schema', async (name) => {
    const report = await reportOf(name);

    await expect(`${JSON.stringify(report, null, 2)}\n`).toMatchFileSnapshot(join(ROOT, name, 'expected.json'));
    expect(validate(report), JSON.stringify(validate.errors)).toBe(true);
  });

  it.each(names)('%s: what is found is what ORIGIN.md tells, and nothing else', async (name) => {
    const { findings } = await reportOf(name);

    expect(findings.map(({ detector, severity, count }) => ({ detector, severity, count }))).toEqual([TOLD[name]]);
  });

  it('gives the same bytes twice', async () => {
    const [first, second] = [await reportOf('udp-self-loop'), await reportOf('udp-self-loop')];

    expect(JSON.stringify(second)).toBe(JSON.stringify(first));
  });
});
