import { describe, expect, test } from 'vitest';
import { parseCatalog } from '../../src/language/catalog/parse-catalog.ts';
import { createRecognizer } from '../../src/recognize/recognizer.ts';
import { grammarFiles } from '../language/grammar-files.ts';
import { makeRecord } from '../support/encode-styles.ts';
import { originOf } from './witness-origin.ts';

const catalog = parseCatalog(grammarFiles()).value;
const TOKENS = ['<private>', "<mask.hash: 'QUJDREVGR0hJSktMTU5PUA=='>", '(null)'] as const;

/** Fields that nothing hides, and why. */
const NEVER_HIDDEN: Readonly<Record<string, string>> = {
  'system.launchd/exited-signal signal': 'launchd builds the line itself; a signal is a number or its name',
  'system.systemextensionsctl/extension otherState': 'output of a tool, not of the log',
  'network.connection/connection-start endpoint':
    'hidden endpoints are Hostname#… here; a mask would be taken for the UUID',
};

/** Texts of the fields that a hidden value may stand for: those that the sample holds once, so that one can be replaced. */
function hideable(text: string, fields: Readonly<Record<string, unknown>>): [string, string][] {
  return Object.entries(fields).flatMap(([name, value]): [string, string][] => {
    if (typeof value !== 'string' || value.length < 3 || text.split(value).length !== 2) return [];
    // Of an address the log hides the `0x` too, of a number in hexadecimal nothing.
    if (text.slice(0, text.indexOf(value)).endsWith('0x')) return [];
    return [[name, value]];
  });
}

describe.each(catalog.families.map((family) => ({ name: family.name, family })))('$name', ({ family }) => {
  test('a hidden value is Redacted, and the message the same', async () => {
    const alone = { ...catalog, families: [family], vocabularies: [] };
    const recognizer = createRecognizer({ catalog: alone, onProvider: () => undefined });
    await recognizer.loadBodies();
    const origin = originOf(family, catalog);
    const wrong: string[] = [];
    const recognize = (text: string) => recognizer.recognize(makeRecord({ ...origin, message: text }));
    const cases = family.messages.flatMap((message) =>
      message.samples.flatMap(({ text }) =>
        hideable(text, recognize(text)?.fields ?? {})
          .filter(([name]) => NEVER_HIDDEN[`${family.name}/${message.name} ${name}`] === undefined)
          .map(([name, value]) => ({ event: `${family.name}/${message.name}`, text, name, value })),
      ),
    );
    for (const [index, { event, text, name, value }] of cases.entries()) {
      const token = TOKENS[index % TOKENS.length] ?? TOKENS[0];
      const hidden = recognize(text.replace(value, token));
      const is = JSON.stringify(hidden?.fields[name]);
      if (hidden?.name !== event || is !== JSON.stringify({ redacted: token }))
        wrong.push(`${event} ${name}: ${hidden?.name} ${is}: ${text}`);
    }

    expect(wrong.join('\n')).toBe('');
  });
});
