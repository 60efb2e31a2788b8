import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import type { Report } from '../../src/model/report.ts';
import { renderSarif } from '../../src/render/sarif.ts';
import { everything, HOSTILE, poison } from './hostile.ts';
import * as reports from './sample-reports.ts';
import schema from './sarif-2.1.0-used-part.schema.json' with { type: 'json' };

const validate = new Ajv2020({ allErrors: true, strict: true }).compile(schema);

function problems(report: Report): readonly string[] {
  validate(JSON.parse(renderSarif(report)));
  return (validate.errors ?? []).map(
    ({ instancePath, keyword, params }) => `${instancePath} ${keyword} ${JSON.stringify(params)}`,
  );
}

describe('renderSarif', () => {
  it.each(Object.entries({ ...reports, everything }))('is SARIF 2.1.0 for %s', (_name, report) => {
    expect(problems(report)).toEqual([]);
  });

  it.each(Object.entries(HOSTILE))('is SARIF 2.1.0 with %s in every text', (_what, hostile) => {
    // A name twice is an artifact twice, which only a report with hostile names can hold.
    const report = poison(
      { ...everything, capture: { ...everything.capture, inputs: everything.capture.inputs.slice(0, 1) } },
      hostile,
      true,
    );

    expect(problems({ ...report, tool: everything.tool })).toEqual([]);
  });

  it('points at the decisive line, and has the others beside it', () => {
    const [run] = JSON.parse(renderSarif(reports.selfLoop)).runs;
    const [result] = run.results;

    expect(run.tool.driver.rules[result.ruleIndex].id).toBe('proxy-self-loop');
    expect([result.level, result.occurrenceCount]).toEqual(['error', 90]);
    expect(result.locations[0].physicalLocation).toMatchObject({
      artifactLocation: { uri: 'cap.log', index: 0 },
      region: { startLine: 118 },
    });
    expect(
      result.relatedLocations.map(
        ({ physicalLocation }: { physicalLocation: { region: { startLine: number } } }) =>
          physicalLocation.region.startLine,
      ),
    ).toEqual([20, 119, 228]);
  });

  it('gives the same fault the same fingerprint in another capture, and another fault another', () => {
    const of = (report: Report): unknown => JSON.parse(renderSarif(report)).runs[0].results[0].partialFingerprints;
    const later = {
      ...reports.selfLoop,
      findings: reports.selfLoop.findings.map((each) => ({
        ...each,
        count: 3,
        subjects: each.subjects.map((one) => ({ ...one, pid: 7 })),
      })),
    };

    expect(of(later)).toEqual(of(reports.selfLoop));
    expect(of(reports.crowded)).not.toEqual(of(reports.selfLoop));
  });

  it('makes no links and no placeholders of brackets and braces', () => {
    const findings = reports.selfLoop.findings.map((each) => ({ ...each, title: '[x](1)', message: '{0}\\' }));

    const [run] = JSON.parse(renderSarif({ ...reports.selfLoop, findings })).runs;

    expect(run.results[0].message.text).toBe('\\[x\\](1). {{0}}\\\\');
  });

  it('says what could not be looked for', () => {
    const [{ invocations }] = JSON.parse(renderSarif(reports.crowded)).runs;
    const levels = invocations[0].toolExecutionNotifications.map(({ level }: { level: string }) => level);

    expect(levels.filter((level: string) => level === 'error')).toHaveLength(1);
    expect(levels.length).toBeGreaterThan(12);
  });
});
