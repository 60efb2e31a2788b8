import { describe, expect, test } from 'vitest';
import { parseCatalog } from '../../src/language/catalog/parse-catalog.ts';
import { createRecognizer } from '../../src/recognize/recognizer.ts';
import { grammarFiles } from '../language/grammar-files.ts';
import { makeRecord } from '../support/encode-styles.ts';
import { originOf } from './witness-origin.ts';

const catalog = parseCatalog(grammarFiles()).value;

/** One family on its own: what else it would take. */
const alone = catalog.families.map((family) => ({
  family,
  recognizer: createRecognizer({
    catalog: { ...catalog, families: [family], vocabularies: [] },
    onProvider: () => undefined,
  }),
}));
await Promise.all(alone.map(({ recognizer: each }) => each.loadBodies()));

/**
 * Messages that take what narrower ones of other families leave: they stand below them in the order of the files, so the
 * narrower one is the event.
 */
const GENERAL = new Set([
  'kernel.power-steps/step-reached',
  'kernel.power-steps/client-told',
  'kernel.tunnel/interface-failed',
  'kernel.tunnel/datapath-stopped',
  'network.connection-event/event',
  'network.xpc-connection/activating',
]);

describe.each(catalog.families.map((family) => ({ name: family.name, family })))('$name', ({ family }) => {
  test('every sample is its own message, and no other family takes it', async () => {
    const recognizer = createRecognizer({ catalog, onProvider: () => undefined });
    await recognizer.loadBodies();
    const origin = originOf(family, catalog);
    const wrong: string[] = [];
    for (const message of family.messages) {
      for (const { text } of message.samples) {
        const record = makeRecord({ ...origin, message: text });
        const event = `${family.name}/${message.name}`;
        const got = recognizer.recognize(record)?.name;
        if (got !== event) wrong.push(`${event}: taken by ${got}: ${text}`);
        const others = alone
          .filter((each) => each.family !== family)
          .map((each) => each.recognizer.recognize(record)?.name)
          .filter((name) => name !== undefined && name !== got && !GENERAL.has(name));
        if (others.length > 0) wrong.push(`${event}: also ${others.join(', ')}: ${text}`);
      }
    }

    expect(wrong.join('\n')).toBe('');
  });
});
