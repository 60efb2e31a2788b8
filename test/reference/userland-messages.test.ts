import { describe, expect, test } from 'vitest';
import type { LogRecord } from '../../src/model/log-record.ts';
import { type EncodedStyle, makeRecord } from '../support/encode-styles.ts';
import { readRecords } from '../support/read-records.ts';
import { namesAndValues } from './leaves.ts';
import { recognizeAs, recognizeText } from './recognize-all.ts';
import { HAS_REFERENCE, type UserlandEntry, userlandEntries } from './reference-files.ts';

const STYLES: readonly EncodedStyle[] = ['default', 'compact', 'syslog', 'ndjson', 'json'];

/** Entries whose form is no line of its own, and why. */
const FRAGMENTS: Readonly<Record<string, string>> = {
  'nesm.tag.kinds': 'the tag in front of every line of a session; ne-session reads it',
  'nesm.session.dispose_none': 'the absence of a line',
};

/** Their `name(value)` lists are read value by value, under names of the catalog's own. */
const RENAMED = new Set(['boringssl.configured', 'boringssl.connected']);

/** Output of tools with a format of their own. */
const isToolOutput = ({ process }: UserlandEntry): boolean => process.startsWith('(');
const entries = userlandEntries().filter(({ id }) => FRAGMENTS[id] === undefined);
const logged = entries.filter((entry) => !isToolOutput(entry));
const printed = entries.filter(isToolOutput);

const PROVIDER = 'com.example.acme.extension';

function recordOf(entry: UserlandEntry): LogRecord {
  const named = entry.process.replace('{app}', 'Acme Browser').replace('{any}', 'Acme').replace('{provider}', PROVIDER);
  const process = entry.process === 'logd' ? '' : named.replace(/^\{?(\w+)\|.*$/, '$1');
  const sender = entry.sender
    .replace(/^\{?(\w+)\|.*$/, '$1')
    .replace('{app}', process)
    .replace('{provider}', process);
  const [subsystem, category] = [entry.subsystem, entry.category].map((text) =>
    text.startsWith('{job_label}')
      ? 'system/com.example.acme [486]'
      : text.replace('{app-defined}', 'com.example.acme'),
  );
  return makeRecord({
    process,
    sender: sender || process,
    subsystem: subsystem ?? '',
    category: category ?? '',
    pid: process === 'kernel' ? 0 : 486,
    message: entry.example,
  });
}

describe.skipIf(!HAS_REFERENCE)('userland', () => {
  test('every message is an event, the same one in every style', async () => {
    const events = new Map<string, string[]>();
    for (const style of STYLES) {
      const got = await recognizeAs(style, logged.map(recordOf));
      expect(got.length).toBe(logged.length);
      for (const [index, { event }] of got.entries()) {
        const id = logged[index]?.id ?? '';
        events.set(id, [...(events.get(id) ?? []), event ?? `nothing as ${style}`]);
      }
    }
    const differing = [...events].filter(
      ([, names]) => new Set(names).size > 1 || names.some((name) => name.endsWith('/other')),
    );

    expect(differing).toEqual([]);
    const lines = [...events].map(([id, [event]]) => `${id} ${event}`);
    await expect(`${lines.join('\n')}\n`).toMatchFileSnapshot('userland-events.txt');
  });

  test('with a format string it is the same event as the text alone', async () => {
    const plain = logged.filter(({ template }) => !/\{\?|\{[^{}]*\|/.test(template));
    const records = plain.map(recordOf);
    const formatted = records.map((record, index) => ({
      ...record,
      formatString: plain[index]?.template.replaceAll(/\{[^{}]*\}/g, '%{public}@') ?? '',
    }));
    const [text, format] = [await recognizeAs('ndjson', records), await recognizeAs('ndjson', formatted)];

    expect(format.map(({ event, fields }) => [event, fields])).toEqual(
      text.map(({ event, fields }) => [event, fields]),
    );
  });

  test('every word of a placeholder is a value of the event, or the name of one', async () => {
    const got = await recognizeAs('ndjson', logged.map(recordOf));
    const lost = logged.flatMap((entry, index) => {
      const fields = got[index]?.fields ?? {};
      const words = placeholderValues(entry).flatMap((value) =>
        value.split(/[^A-Za-z0-9]+/).filter((word) => word !== ''),
      );
      const held = namesAndValues(fields).toLowerCase();
      const missing = words.filter((word) => !formsOf(word).some((form) => held.includes(form)));
      return missing.length === 0 ? [] : [`${entry.id} as ${got[index]?.event}: ${missing.join(' · ')}`];
    });

    expect(lost.join('\n')).toBe('');
  });

  test.each(printed.filter(({ id }) => !id.startsWith('log.')))('$id is an event of its tool', async (entry) => {
    const got = await recognizeText(`${TOOL_PREAMBLE[entry.process] ?? ''}${entry.example}\n`);

    expect(got.map(({ event }) => event).at(-1)).toMatch(
      entry.id.startsWith('pmset.') ? /^system\.pmset\// : /^system\.systemextensionsctl\//,
    );
  });

  test('what the log tool says of an export is a fact of the capture', async () => {
    const example = (id: string): string => entries.find((entry) => entry.id === id)?.example ?? '';
    const line = '2026-03-01 09:15:05.393829-0800 0x383e     Default     0x0                  302    0    acme: hello';
    const text = ['log.banner', 'log.skipping', 'log.getpwuid'].map(example).join('\n');
    const { records, summary, problems } = await readRecords(`${text}\n${line}\n`);

    expect({ records: records.length, problems, skipped: summary.skippedLevels, predicate: summary.predicate }).toEqual(
      {
        records: 1,
        problems: [],
        skipped: ['info', 'debug'],
        predicate: 'process == "nesessionmanager"',
      },
    );
  });
});

/** As a text, and as the number that hexadecimal digits are. */
function formsOf(word: string): string[] {
  const text = word.toLowerCase();
  const digits = text.replace(/^0x/, '');
  return /^[0-9a-f]+$/.test(digits) ? [digits, String(Number.parseInt(digits, 16))] : [text];
}

/** What tells the tool's output apart, where one line does not. */
const TOOL_PREAMBLE: Readonly<Record<string, string>> = {
  '(systemextensionsctl list output)':
    '1 extension(s)\n--- com.apple.system_extension.network_extension\nenabled\tactive\tteamID\tbundleID (version)\tname\t[state]\n',
};

/** Texts of the example that stand where its template has a name in braces; none where the template is no plain one. */
function placeholderValues({ id, template, example }: UserlandEntry): string[] {
  if (RENAMED.has(id) || /\{\?|\{[^{}]*\|/.test(template)) return [];
  const source = template
    .split(/(\{[\w.-]+\})/)
    .map((part) => (/^\{[\w.-]+\}$/.test(part) ? '([\\s\\S]+?)' : part.replaceAll(/[\\^$.*+?()[\]{}|/]/g, '\\$&')))
    .join('');
  return new RegExp(`^${source}$`).exec(example)?.slice(1) ?? [];
}
