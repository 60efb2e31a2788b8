import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { analyze } from '../../../src/analyze.ts';
import { html, jsonForScript, refuseMarkup } from '../../../src/render/html/escape.ts';
import { renderTimeline, type TimelineOptions } from '../../../src/render/html/html.ts';
import { decodeText, encodeText } from '../../../src/render/html/line-text.ts';
import { encodePlanes, PlaneReader, signed, unsigned } from '../../../src/render/html/planes.ts';

const CODE = { script: 'void 0;', style: 'p{margin:0}' };
const SAMPLE = join(import.meta.dirname, '..', '..', '..', 'samples', 'udp-self-loop', 'capture.ndjson');

async function page(options: Partial<TimelineOptions> = {}): Promise<string> {
  const { report, timeline } = await analyze({ inputs: [SAMPLE], version: '0.0.0', timeline: true });
  return renderTimeline(report, timeline ?? expect.fail('no timeline'), {
    code: CODE,
    title: 'capture',
    embed: 'auto',
    ...options,
  });
}

function blocks(text: string, kind: string): string[] {
  const found = text.matchAll(new RegExp(`<script type="text/plain" id="${kind}\\d+">([^<]*)</script>`, 'g'));
  return [...found].flatMap(([, base64 = '']) =>
    gunzipSync(Buffer.from(base64, 'base64')).toString('utf8').split('\n'),
  );
}

describe('the file', () => {
  it('has the same bytes for the same capture', async () => {
    expect(await page()).toBe(await page());
  });

  it('allows its own program and style and nothing else', async () => {
    const text = await page();

    const policy = /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(text)?.[1];
    const digest = (code: string): string => createHash('sha256').update(code).digest('base64');
    expect(policy).toBe(
      `default-src 'none'; script-src 'sha256-${digest(CODE.script)}'; style-src 'sha256-${digest(CODE.style)}'; base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types 'none'`,
    );
    expect(text).not.toMatch(/\s(?:src|href|style|on\w+)=/i);
  });

  it('holds the text of every line, of the evidence, or of none', async () => {
    const all = blocks(await page({ embed: 'all' }), 't').map(decodeText);
    const some = blocks(await page({ embed: 'evidence' }), 't').map(decodeText);
    const none = blocks(await page({ embed: 'none' }), 't');

    expect(all.filter((line) => line === undefined)).toEqual([]);
    expect(some).toHaveLength(all.length);
    expect(some.filter((line) => line !== undefined).length).toBeLessThan(all.length);
    for (const [i, line] of some.entries()) if (line !== undefined) expect(line).toBe(all[i]);
    expect(none).toEqual([]);
  });

  it('reads without its program: a heading, what was found, the lines that show it', async () => {
    const part = /<main id="static">.*<\/main>/s.exec(await page())?.[0] ?? '';

    expect(part).toMatch(/<h1>capture<\/h1>/);
    expect(part).toMatch(/<h3>1\. ▲ /);
    expect(part).toMatch(/<pre>.*▶ /s);
    expect(part).toMatch(/<svg [^>]*role="img"/);
    expect(Buffer.byteLength(part)).toBeLessThan(60_000);
  });

  it('is not written with a program that could end its element', () => {
    expect(() => refuseMarkup('a="</SCRIPT>"', 'script')).toThrow(/<\/SCRIPT/);
    expect(() => refuseMarkup('x<!--y', 'script')).toThrow(/<!--/);
  });
});

describe('text in the page', () => {
  it('cannot begin markup, and shows what has no picture', () => {
    expect(html('<a title="x\'`">&\u202e\u001b')).toBe('&lt;a title=&quot;x&#39;&#96;&quot;&gt;&amp;\\u{202e}␛');
    expect(jsonForScript({ a: '</script>\u2028' })).toBe('{"a":"\\u003c/script>\\u2028"}');
  });

  it('comes back from its block as it was', () => {
    for (const text of ['', 'a', 'two\nlines\r\n', '\\n is no newline', 'nul\0', '\\', '\\\\0'])
      expect(decodeText(encodeText(text))).toBe(text);
    expect(decodeText(encodeText(undefined))).toBeUndefined();
  });
});

describe('columns', () => {
  it('come back as they were', () => {
    const wide = [0, 1, 255, 256, 2 ** 40 + 3, 2 ** 47];
    const narrow = [0, 7, 255];

    const reader = new PlaneReader(encodePlanes([wide, narrow, [0, 0]]));

    expect([...reader.read(new Float64Array(6))]).toEqual(wide);
    expect([...reader.read(new Uint8Array(3))]).toEqual(narrow);
    expect([...reader.read(new Uint8Array(2))]).toEqual([0, 0]);
    expect([0, 5, -5].map((value) => unsigned(signed(value)))).toEqual([0, 5, -5]);
    expect(unsigned(signed(undefined))).toBeNaN();
  });
});
