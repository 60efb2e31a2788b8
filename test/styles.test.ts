import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { DETECTORS } from '../src/detect/all.ts';
import { analyzeText, decodeAll } from '../src/testing/analyze-text.ts';
import { ENCODED_STYLES, encodeAs } from './support/encode-styles.ts';

const ROOT = new URL('../samples/', import.meta.url).pathname;
const names = readdirSync(ROOT, { withFileTypes: true }).flatMap((entry) => (entry.isDirectory() ? [entry.name] : []));

function captureOf(name: string): Buffer {
  const file = readdirSync(join(ROOT, name)).find((each) => each.startsWith('capture.'));
  return readFileSync(join(ROOT, name, file ?? ''));
}

async function findingsOf(bytes: Buffer): Promise<unknown> {
  const { findings } = await analyzeText(bytes, { detectors: DETECTORS });
  return findings.map(({ detector, severity, count, subjects }) => ({ detector, severity, count, subjects }));
}

describe('the style of an export changes no finding', () => {
  it.each(names.flatMap((name) => ENCODED_STYLES.map((style) => [name, style] as const)))(
    '%s as %s',
    async (name, style) => {
      const original = captureOf(name);
      const records = await decodeAll(original);

      const found = await findingsOf(Buffer.from(encodeAs(style, records)));

      expect(found).toEqual(await findingsOf(original));
    },
  );
});
