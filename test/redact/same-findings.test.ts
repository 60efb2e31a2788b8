import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { analyze } from '../../src/analyze.ts';
import { runRedact } from '../../src/commands/redact-run.ts';
import { BUILT_IN_CATALOG } from '../../src/recognize/catalog.generated.ts';
import { loadGrammars } from '../../src/recognize/load-grammars.ts';
import type { RedactionLevel } from '../../src/redact/kinds.ts';

const SAMPLES = new URL('../../samples/', import.meta.url).pathname;
const CASES = process.env.NECROPSY_CASES;
let folder = '';

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'necropsy-redact-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function filesIn(path: string): readonly string[] {
  return readdirSync(path, { withFileTypes: true }).flatMap((entry) => {
    const name = join(path, entry.name);
    if (entry.isDirectory()) return filesIn(name);
    return /^(?!README|ORIGIN).*\.(?:log|ndjson|json|ips)$/.test(entry.name) && !/expect/.test(entry.name)
      ? [name]
      : [];
  });
}

/** What is found, without the words that hold names. */
async function found(path: string, grammars: readonly string[]) {
  const catalog = grammars.length === 0 ? BUILT_IN_CATALOG : loadGrammars(grammars, BUILT_IN_CATALOG).catalog;
  const { report } = await analyze({ inputs: [path], catalog, version: '0.0.0' });
  return {
    findings: report.findings.map(({ detector, severity, confidence, count, span, subjects, evidence, reasons }) => ({
      ...{ detector, severity, confidence, count, span, reasons: reasons.length },
      subjects: subjects.map(({ kind, pid }) => ({ kind, pid })),
      evidence: evidence.map(({ at, pid, decisive, times }) => ({ at, pid, decisive, times })),
    })),
    detectors: report.detectors.map(({ id, status }) => ({ id, status })),
    flows: { ...report.flowTotals, hurt: report.flowTotals.hurt?.map(({ failed }) => failed) },
    sessions: report.sessions.map(({ kind, state, runs }) => ({ kind, state, runs: runs.length })).toSorted(byText),
    power: report.power.length,
  };
}

function byText(a: unknown, b: unknown): number {
  return JSON.stringify(a) < JSON.stringify(b) ? -1 : 1;
}

describe.each([...filesIn(SAMPLES), ...(CASES === undefined ? [] : filesIn(CASES))])('%s', (path) => {
  // Strict replaces the subsystem that the sample's own grammar asks for: its messages are nobody's then.
  const levels: readonly RedactionLevel[] = path.includes('acme-handshake')
    ? ['apple', 'standard']
    : ['apple', 'standard', 'strict'];

  it.each(levels)('says the same when it is redacted: %s', async (redact) => {
    const output = join(folder, 'out.ndjson');
    const grammar = path.includes('acme-handshake') ? [join(path, '..', 'acme.grammar')] : [];

    const code = await runRedact([path], { redact, output, grammar, quiet: true });

    expect(code).toBe(0);
    // A report of one death is no log: what it says of places in time comes out of its records.
    const { findings, ...rest } = await found(path, grammar);
    const again = await found(output, grammar);
    expect(again.findings).toEqual(findings);
    expect(again).toMatchObject(rest);
  });
});
