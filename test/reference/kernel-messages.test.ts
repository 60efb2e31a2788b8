import { describe, expect, test } from 'vitest';
import type { LogRecord } from '../../src/model/log-record.ts';
import { type EncodedStyle, makeRecord } from '../support/encode-styles.ts';
import { hasPlaceholderUuid, renderAnew } from './format-string.ts';
import { isHeld } from './leaves.ts';
import { recognizeAs } from './recognize-all.ts';
import { HAS_REFERENCE, type KernelEntry, kernelEntries } from './reference-files.ts';

const STYLES: readonly EncodedStyle[] = ['default', 'compact', 'syslog', 'ndjson', 'json'];
const entries = kernelEntries();
const files = [...new Set(entries.map(({ file }) => file))].sort();

/** Since macOS 14.4 these two say where they come from. */
const SUBSYSTEMS: readonly (readonly [RegExp, string, string])[] = [
  [/net\/necp/, 'com.apple.xnu.net.necp', 'necp'],
  [/kern_memorystatus/, 'com.apple.xnu', 'memorystatus'],
];

function recordOf(entry: KernelEntry, message: string, isNew = false, formatString?: string): LogRecord {
  const [, subsystem = '', category = ''] = (isNew && SUBSYSTEMS.find(([file]) => file.test(entry.file))) || [];
  return makeRecord({ process: 'kernel', sender: 'kernel', pid: 0, subsystem, category, message, formatString });
}

const anew = (entry: KernelEntry) => renderAnew(formatOf(entry), entry.example, namesOf(entry));
const namesOf = (entry: KernelEntry): string[] => (entry.args ?? []).map(({ name }) => name);
const exampleOf = (entry: KernelEntry): string =>
  hasPlaceholderUuid(formatOf(entry), entry.example, namesOf(entry)) ? anew(entry).message : entry.example;
const formatOf = (entry: KernelEntry): string => (entry.prefix ?? '') + entry.format;

describe.skipIf(!HAS_REFERENCE)('the kernel', () => {
  test('each message is the event that was read over once', async () => {
    const got = await recognizeAs(
      'ndjson',
      entries.map((entry) => recordOf(entry, exampleOf(entry), false, formatOf(entry))),
    );
    const lines = entries.map(({ id }, index) => `${id} ${got[index]?.event}`);

    await expect(`${lines.join('\n')}\n`).toMatchFileSnapshot('kernel-events.txt');
  });

  describe.each(files)('%s', (file) => {
    const own = entries.filter((entry) => entry.file === file);

    test('every message is an event, the same one in every style', async () => {
      const unknown: string[] = [];
      const seen = new Map<string, Set<string>>();
      for (const style of STYLES) {
        const isNew = style === 'default' || style === 'json';
        const got = await recognizeAs(
          style,
          own.map((entry) => recordOf(entry, exampleOf(entry), isNew, formatOf(entry))),
        );
        expect(got.length).toBe(own.length);
        for (const [index, { event }] of got.entries()) {
          const entry = own[index] as KernelEntry;
          if (event === undefined) unknown.push(`${style}: ${entry.id}: ${entry.example}`);
          else seen.set(entry.id, (seen.get(entry.id) ?? new Set()).add(event));
        }
      }

      expect(unknown.join('\n')).toBe('');
      expect([...seen].filter(([, events]) => events.size > 1)).toEqual([]);
    });

    test('every argument is a value of the event', async () => {
      const rendered = own.map(anew);
      const got = await recognizeAs(
        'ndjson',
        own.map((entry, index) => recordOf(entry, rendered[index]?.message ?? '')),
      );
      const lost = own.flatMap((entry, index) => {
        const fields = got[index]?.fields ?? {};
        const missing = (rendered[index]?.values ?? []).filter((value) => !isHeld(fields, value));
        return missing.length === 0
          ? []
          : [`${entry.id} as ${got[index]?.event}: ${missing.join(', ')} of: ${rendered[index]?.message}`];
      });

      expect(lost.join('\n')).toBe('');
    });
  });
});
