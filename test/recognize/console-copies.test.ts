import { describe, expect, it } from 'vitest';
import { openCapture } from '../../src/capture.ts';
import { BUILT_IN_CATALOG } from '../../src/recognize/catalog.generated.ts';
import { bytesSource } from '../support/read-records.ts';

/** The events of an export: process and name. */
async function events(text: string): Promise<string[]> {
  const capture = await openCapture([bytesSource(Buffer.from(text))], { catalog: BUILT_IN_CATALOG });
  const found: string[] = [];
  for await (const batch of capture.events())
    found.push(...batch.map(({ origin, name }) => `${origin.process} ${name}`));
  return found;
}

const TIME = '14:42:44.949409-0800';
const NEW_FLOW =
  '(2201100001): New flow: NEFlow type = stream, app = com.example.tool, name = example.com, 192.0.2.18:0 <-> 198.51.100.72:80, filter_id = , interface = en0';
const CLOSING = '(2201100001): Closing writes, sending SHUT_RD';

describe('lines of frameworks in exports that print no sender', () => {
  it('are recognised in a process whose name says nothing, with and without the subsystem', async () => {
    for (const subsystem of ['', 'com.apple.networkextension']) {
      const rows = [NEW_FLOW, CLOSING].map((text) => `${subsystem}\tapp\tdefault\t${TIME}\tAcorn\t${text}\n`);
      const other = `com.apple.network\tconnection\tdefault\t${TIME}\tkernel\tx\n`;

      expect(await events(rows.join('') + other)).toEqual([
        'Acorn networkextension.flow/new-flow',
        'Acorn networkextension.flow/closing-writes',
      ]);
    }
  });

  it('are recognised in blocks, too', async () => {
    const block = `type: default\ntime: ${TIME}\nprocess: Acorn\nmessage: ${NEW_FLOW}\n\n`;

    expect(await events(block)).toEqual(['Acorn networkextension.flow/new-flow']);
  });

  it('are an app’s own words where a text is not Apple’s to the letter', async () => {
    const texts = [
      '(12): Closing doors',
      'New flow: NEFlow type = stream',
      'Handling new flow: tcp',
      '(12) Closing writes',
    ];
    const rows = texts.map((text) => `default\t${TIME}\tAcorn\t${text}\n`);

    expect(await events(rows.join(''))).toEqual([]);
  });

  it('are nothing in a process of Apple’s, nor where the export would print a sender', async () => {
    const rows = ['kernel', 'nesessionmanager', 'logd'].map((process) => `default\t${TIME}\t${process}\t${NEW_FLOW}\n`);
    const compact = `2026-03-01 09:15:05.144 Df Acorn[1:2] ${NEW_FLOW}\n`;

    expect(await events(rows.join(''))).toEqual([]);
    expect(await events(compact)).toEqual([]);
  });
});
