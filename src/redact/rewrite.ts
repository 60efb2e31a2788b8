import type { Kind } from './kinds.ts';
import { PATTERNS, type Pattern } from './patterns.ts';
import { signsOf } from './signs.ts';
import { isToken } from './tokens.ts';

/** Gives what stands for a private value of this kind. */
export type Replace = (kind: Kind, value: string, byShape: boolean) => string;

/** A text with every private value replaced that its shape or the words before it give away. */
export function rewriteByPattern(
  text: string,
  kinds: ReadonlySet<Kind>,
  replace: Replace,
  patterns: readonly Pattern[] = PATTERNS,
): string {
  let result = text;
  let signs = signsOf(text);
  for (const pattern of patterns) {
    const { needs = 0, hint } = pattern;
    if ((signs & needs) !== needs || !isWanted(pattern.kind, kinds)) continue;
    if (hint !== undefined && !hint.test(result)) continue;
    const before = result;
    result = before.replace(pattern.find, (...found: (string | number | undefined)[]) =>
      apply(pattern, found, replace, kinds),
    );
    // What stands for a value has other signs.
    if (result !== before) signs = signsOf(result);
  }
  return result;
}

/** The parts of URLs and paths are of several kinds: they are looked at where any of them is. */
function isWanted(kind: Kind, kinds: ReadonlySet<Kind>): boolean {
  return kinds.has(kind) || kind === 'url';
}

function apply(
  pattern: Pattern,
  found: readonly (string | number | undefined)[],
  replace: Replace,
  kinds: ReadonlySet<Kind>,
): string {
  const whole = String(found[0]);
  const groups = found
    .slice(
      1,
      found.findIndex((each) => typeof each === 'number'),
    )
    .map((each) => (each === undefined ? '' : String(each)));
  const [before = ''] = groups;
  const value = groups.length === 0 ? whole : groups.slice(1).join('');
  if (value === '' || isToken(value) || pattern.isIt?.(value) === false) return whole;
  const at = whole.lastIndexOf(value);
  const after = whole.slice(at + value.length);
  const start = groups.length === 0 ? '' : before + whole.slice(before.length, at);
  return start + replaceParts(pattern, value, replace, kinds) + after;
}

function replaceParts(pattern: Pattern, value: string, replace: Replace, kinds: ReadonlySet<Kind>): string {
  const byShape = pattern.byShape === true;
  switch (pattern.kind) {
    case 'url':
      return urlParts(value, replace, kinds);
    case 'dir':
      return pathParts(value, replace);
    case 'ip':
      return replace(
        'ip',
        pattern.isReversed === true ? turned(value) : value.replaceAll(/^(\d+)-(\d+)-(\d+)-(\d+)$/g, '$1.$2.$3.$4'),
        byShape,
      );
    case 'hash':
      return value.replaceAll(/[\w+/=]+/g, (each) => replace('hash', each, byShape));
    case 'host':
      return /^[\da-f:.]+$/i.test(value) ? value : replace('host', value, byShape);
    default:
      return replace(pattern.kind, value, byShape);
  }
}

/** The address of a name in `.arpa`. */
function turned(name: string): string {
  const parts = name.split('.').reverse();
  return parts.length === 4 ? parts.join('.') : (parts.join('').match(/.{4}/g) ?? []).join(':');
}

const URL_PARTS = /^([a-z][a-z0-9+.-]*:\/\/)(?:([^/?#@]*)@)?(\[[^\]]*\]|[^/?#:]*)(:\d{1,5})?([^?#]*)(\?[^#]*)?(#.*)?$/i;

/** Scheme and port stay; the host is a host; of path and query remains that there was one. */
function urlParts(url: string, replace: Replace, kinds: ReadonlySet<Kind>): string {
  const [, scheme = '', user, host = '', port = '', path = '', query, hash] = URL_PARTS.exec(url) ?? [];
  const isFile = scheme.toLowerCase() === 'file://';
  if (scheme === '' || isFile) return url;
  const who = user === undefined ? '' : `${kinds.has('account') ? replace('account', user, false) : user}@`;
  const rest = query === undefined && hash === undefined ? '' : '?query-dropped';
  if (!kinds.has('host')) return scheme + who + host + port + path + rest;
  const bare = host.replace(/^\[(.*)\]$/, '$1');
  const isAddress = /^[\d.]+$/.test(bare) || bare.includes(':');
  const shown = bare === '' ? '' : replace(isAddress ? 'ip' : 'host', bare, false);
  const way =
    path === '' || path === '/' || /^\/path-[0-9a-f]{6}$/.test(path)
      ? path
      : `/${replace('url', path, true).replace('url-', 'path-')}`;
  return `${scheme}${who}${host.startsWith('[') ? `[${shown}]` : shown}${port}${way}${rest}`;
}

const FOLDERS =
  /^(?:Users|home|Volumes|var|folders|Shared|Library|Applications|Desktop|Documents|Downloads|Caches|Containers|Group Containers|Data|Preferences|Logs|Application Support|Developer|DerivedData|Build|Products|Debug|Release|Contents|MacOS|PlugIns|Frameworks|Versions|[A-Z]|C|T|0|X|XPCServices|SystemExtensions|tmp|Macintosh HD)?$/;
const BUNDLE = /\.(?:app|appex|systemextension|xpc|framework|bundle|plugin|kext)$/;

/** The person's folder by name, the folders below by token; from a bundle on the path says what runs, and stays. */
export function pathParts(path: string, replace: Replace): string {
  const segments = path.split('/');
  const bundle = segments.findIndex((segment) => BUNDLE.test(segment));
  return segments
    .map((segment, index) => {
      if (index === 2 && /^(?:Users|home)$/.test(segments[1] ?? '') && !SKIPPED.test(segment))
        return replace('user', segment, false);
      const isKnown = FOLDERS.test(segment) || SKIPPED.test(segment) || isToken(segment);
      return (bundle >= 0 && index >= bundle) || isKnown ? segment : replace('dir', segment, true);
    })
    .join('/');
}

const SKIPPED = /^(?:Shared|root|mobile|Guest|_\w+|<.*|\.\.?)$/;
