import { describe, expect, it } from 'vitest';
import type { LogRecord } from '../../src/model/log-record.ts';
import type { RedactionLevel } from '../../src/redact/kinds.ts';
import { createRedactor } from '../../src/redact/redactor.ts';

const SESSION = 'NESMVPNSession[Primary Tunnel:Borealis Mesh:4DAD2986-CE83-4960-AA06-E9AB85A0BCC1:(null)]: started';

function record(process: string, message: string): LogRecord {
  const origin = { id: 0, process, processPath: undefined, sender: process, subsystem: '', category: '' };
  // Only what is looked at.
  return { origin, message, formatString: undefined, boot: undefined } as unknown as LogRecord;
}

function redacted(level: RedactionLevel, ...records: readonly LogRecord[]): string[] {
  const redactor = createRedactor({ level, key: Buffer.alloc(32, 7), commonText: '' });
  for (const each of records) redactor.learnRecord(each, undefined);
  redactor.seal();
  return records.map((each) => redactor.message(each.message, true));
}

describe('a configuration that is called like its product', () => {
  it('has one name in all lines where names of software stay', () => {
    const [session, spoken] = redacted(
      'standard',
      record('kernel', SESSION),
      record('Borealis Mesh', 'Borealis Mesh up'),
    );

    expect(session).toContain('[Primary Tunnel:Borealis Mesh:0');
    expect(spoken).toBe('Borealis Mesh up');
  });

  it('is a token where they do not, and where no software is called so', () => {
    const [alone] = redacted('standard', record('kernel', SESSION));
    const strict = redacted('strict', record('kernel', SESSION), record('Borealis Mesh', 'Borealis Mesh up'));

    expect(alone).toMatch(/\[Primary Tunnel:config-[0-9a-f]{6}:/);
    expect(strict.join()).not.toContain('Borealis');
  });
});
