import { describe, expect, it } from 'vitest';
import { reportOn } from '../support/analyze.ts';
import { connected, type Story, story } from '../support/story.ts';

const UUID = '82D3F265-D9BD-4BBA-8230-88D8FF39E5FC';

/** A filter is shown a socket at second 1, decides within 2 ms, and the proxy is offered the same socket. */
function shown(verdict: 'YES' | 'NO', options: { readonly filterId?: string; readonly twice?: boolean } = {}): Story {
  const { filterId = '', twice = false } = options;
  const line = (log: Story, at: number, text: string): Story =>
    log.line(at, 'Db', 'com.example.acme.filter', 700, `(NetworkExtension) [com.apple.networkextension:] ${text}`);
  const fields = [
    `identifier = ${UUID}`,
    'sourceAppIdentifier = .com.example.browser',
    'procPID = 847',
    'direction = outbound',
    'remoteEndpoint = 203.0.113.9:443',
  ];
  const log = connected(story(), 0);
  line(log, 1, `Handling new flow:\n        ${fields.join('\n        ')}`);
  line(log, 1.002, `New flow verdict for ${UUID}: \n    drop = ${verdict}\n    remediate = NO`);
  for (const hash of twice ? [501, 502] : [501]) {
    log.divert(1.003, hash, 'Connecting');
    log.library(
      1.004,
      hash,
      `New flow: NEFlow type = stream, app = com.example.browser, name = , 192.0.2.15:0 <-> 203.0.113.9:443, filter_id = ${filterId}, interface = en0`,
    );
  }
  return log;
}

async function ending(log: Story) {
  const { flows, flowTotals } = await reportOn(log.text());
  const [flow] = flows;
  return { code: flow?.code, closedBy: flow?.closedBy, totals: flowTotals.byCloser, codes: flowTotals.byCode };
}

describe('a content filter’s drop verdict', () => {
  it('ends the diverted flow of the same socket, as surely as the two are one', async () => {
    const scored = await ending(shown('YES').divert(1.2, 501, 'Closing'));
    const exact = await ending(shown('YES', { filterId: UUID }).divert(1.2, 501, 'Closing'));

    expect(scored).toMatchObject({
      code: 'DRP',
      closedBy: { who: 'filter', reason: 'filter-dropped', grade: 'inferred', knew: ['filter'] },
    });
    expect(exact).toMatchObject({ code: 'DRP', closedBy: { who: 'filter', grade: 'exact' } });
    expect([scored.totals, scored.codes]).toEqual([{ filter: 1 }, { DRP: 1 }]);
  });

  it('ends it too where nobody tells of a close', async () => {
    expect((await ending(shown('YES'))).closedBy).toMatchObject({ who: 'filter', reason: 'filter-dropped' });
  });

  it('is no end where it may as well be about another flow', async () => {
    const { code, closedBy } = await ending(shown('YES', { twice: true }).divert(1.2, 501, 'Closing'));

    expect([code, closedBy?.who]).not.toContain('DRP');
    expect(closedBy?.who).toBe('app');
  });

  it('is no end of what was handed back before, or let pass', async () => {
    const declined = shown('YES')
      .divert(1.01, 501, 'received connect result 2')
      .line(1.02, 'Df', 'kernel', 0, '(501): Skipped all flow divert services, disabling flow divert');

    expect((await ending(declined)).code).toBe('REJ');
    expect((await ending(shown('NO').divert(1.2, 501, 'Closing'))).closedBy?.who).toBe('app');
  });
});
