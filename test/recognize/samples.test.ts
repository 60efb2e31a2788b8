import { describe, expect, test } from 'vitest';
import { parseCatalog } from '../../src/language/catalog/parse-catalog.ts';
import type { FamilySpec } from '../../src/model/catalog.ts';
import { createRecognizer } from '../../src/recognize/recognizer.ts';
import { grammarFiles } from '../language/grammar-files.ts';
import { makeRecord, type RecordParts } from '../support/encode-styles.ts';
import { type WitnessOrigin, witnessesOf } from './witness-origin.ts';

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

const PROVIDER = 'com.example.acme.tunnel.network-extension';

function partsOf({ role, processImagePath, ...origin }: WitnessOrigin): RecordParts {
  const named = origin.process ?? processImagePath?.split('/').at(-1);
  const process = named === undefined || named === '' ? (role === 'provider' ? PROVIDER : 'Acme Browser') : named;
  return { ...origin, process: origin.process === '' ? '' : process, sender: origin.sender ?? process };
}

/** An origin that the family admits. */
function originOf(family: FamilySpec): RecordParts {
  const own = alone.find((each) => each.family === family);
  const found = witnessesOf(family.where)
    .map(partsOf)
    .find((parts) => own?.recognizer.want(makeRecord(parts).origin) !== 'none');
  if (found === undefined) throw new Error(`no origin passes the gate of ${family.name}`);
  return found;
}

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
    const origin = originOf(family);
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
