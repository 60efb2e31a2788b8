import type { Kind } from './kinds.ts';
import { pathParts, type Replace } from './rewrite.ts';
import { isToken } from './tokens.ts';

/** A value whose place says what it is. */
export function typedValue(
  kind: Kind | 'endpoint',
  value: string,
  replace: Replace,
  text: (value: string) => string,
): string {
  if (isToken(value)) return value;
  if (kind === 'endpoint') return endpoint(value, replace);
  if (kind === 'dir') return text(pathParts(value, replace));
  return text(replace(kind, value, false));
}

/** An address or a host, perhaps with its port. */
function endpoint(value: string, replace: Replace): string {
  const [, open = '', bare = value, close = '', port = ''] =
    /^(\[?)(.*?)(\]?)([:.]\d{1,5})?$/.exec(
      /^[\d.]+$/.test(value) && value.split('.').length === 4 ? `${value}` : value,
    ) ?? [];
  if (/^\d{1,3}(?:\.\d{1,3}){3}$/.test(value)) return replace('ip', value, false);
  if (/^[\d.]+$/.test(bare) || bare.includes(':'))
    return open + replace('ip', bare.replace(/%.*$/, ''), false) + (/%.*$/.exec(bare)?.[0] ?? '') + close + port;
  if (!/^[\p{L}\p{N}_*][\p{L}\p{N}_.*-]{1,253}$/u.test(bare) || /^(?:null|nil|unknown|none|any)$/i.test(bare))
    return value;
  return open + replace('host', bare, false) + close + port;
}
