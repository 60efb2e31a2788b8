import { gunzipSync } from 'node:zlib';
import type { PageCode } from './html.ts';

const BLOCK = /<script type="text\/plain" id="([a-z]+\d*)">([\w+/=]*)<\/script>/g;

/**
 * Everything that somebody can read in a page that `renderTimeline` wrote: what stands in it but for its program and its style,
 * and what its packed blocks hold. Columns are left out: they hold numbers.
 */
export function pageTexts(page: string, { script, style }: PageCode): readonly string[] {
  const texts: string[] = [];
  const rest = page
    .replace(`<script>${script}</script>`, () => '')
    .replace(`<style>${style}</style>`, () => '')
    .replaceAll(BLOCK, (_, id: string, base64: string) => {
      if (id !== 'cols') texts.push(gunzipSync(Buffer.from(base64, 'base64')).toString('utf8'));
      return '';
    });
  return [rest, ...texts];
}
