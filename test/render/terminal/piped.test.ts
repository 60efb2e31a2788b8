import { describe, expect, it } from 'vitest';
import { renderPiped } from '../../../src/render/terminal/piped.ts';
import * as reports from '../sample-reports.ts';

describe('renderPiped', () => {
  it('is one line per finding, its title last', () => {
    expect(renderPiped(reports.selfLoop, { colour: false })).toBe(
      'error proxy-self-loop high 90 2026-03-18T14:05:05.020300+01:00 L118 A provider is diverting its own traffic\n',
    );
  });

  it('names the input of the decisive line where there are several, without blanks', () => {
    const [first] = renderPiped(reports.crowded, { colour: false }).split('\n');

    expect(first).toBe(
      'error tunnel-dead-while-connected high 1 2026-09-08T07:44:58.020000+02:00 système/журнал_провайдера.log:L413207 Connected without progress after wake',
    );
  });

  it('fills the place of a time that is not known', () => {
    const { span: _, ...timeless } = reports.selfLoop.findings[0] ?? expect.fail('the sample has a finding');

    expect(renderPiped({ ...reports.selfLoop, findings: [timeless] }, { colour: false })).toBe(
      'error proxy-self-loop high 90 - L118 A provider is diverting its own traffic\n',
    );
  });

  it('stays one line per finding whatever a log puts into a title', () => {
    const findings = reports.crowded.findings.map((finding) => ({
      ...finding,
      title: 'a\nerror forged high 1 - L1 \x1b[31mforged\r\n\u202e',
    }));

    const lines = renderPiped({ ...reports.crowded, findings }, { colour: false })
      .trimEnd()
      .split('\n');

    expect(lines).toHaveLength(8);
    expect(lines.join('')).not.toMatch(/[\p{Cc}\p{Cf}]/u);
  });

  it('says in one line what was checked where nothing was found', () => {
    expect(renderPiped(reports.quiet, { colour: false })).toBe(
      'nothing-found: Nothing found in what this capture can show; missing powerd messages, kernel info messages; no info messages: kernel flow lines cannot be seen\n',
    );
    expect(renderPiped(reports.clean, { colour: false })).toBe('nothing-found: Nothing found\n');
    expect(renderPiped({ ...reports.clean, omitted: { findings: 1 } }, { colour: false })).toBe(
      'nothing-found: Nothing found; 1 finding below --min-severity\n',
    );
  });

  it('colours the severity and nothing else', () => {
    expect(renderPiped(reports.selfLoop, { colour: true })).toMatch(
      /^\x1b\[1m\x1b\[31merror\x1b\[39m\x1b\[22m proxy-self-loop high 90 [^\x1b]*\n$/,
    );
  });
});
