import { createHmac } from 'node:crypto';
import { REDACTED_ADDRESS, REDACTED_HOST } from '../lib/token-shapes.ts';
import { TwoGenerationMap } from '../lib/two-generation-map.ts';
import { isAppleHost, suffixClass } from './host-names.ts';
import { privateAddress } from './ip-address.ts';
import type { Kind } from './kinds.ts';
import { nameToken } from './software-names.ts';

/** What stands for private values: the same value under the same key is the same token, in every capture. */
export interface Tokens {
  /** The value itself where it says nothing of anybody (loopback, Apple's hosts). */
  of(kind: Kind, value: string): string;
}

const KEPT = 50_000;
const TAG = 6;
/** A token of ours, whole: it stays what it is when it is redacted again. */
const TOKEN = new RegExp(
  `^(?:${[
    '(?:user|mail|phone|account|device|serial|ssid|mac|place|secret|cert|dir|key|hash|config|encoded|host|path|text)-[0-9a-f]{6}',
    'file-[0-9a-f]{6}(?:\\.[a-z0-9]{1,11}){0,3}',
    'secret-dropped',
    REDACTED_HOST,
    REDACTED_ADDRESS,
    '00000000-0000-8[0-9a-f]{3}-8[0-9a-f]{3}-[0-9a-f]{12}',
  ].join('|')})$`,
  'i',
);

export function isToken(text: string): boolean {
  return TOKEN.test(text);
}

export function createTokens(key: Uint8Array): Tokens {
  const digest = (kind: string, value: string): string =>
    createHmac('sha256', key).update(`${kind}\0${value}`).digest('hex');
  const tag = (kind: string, value: string): string => digest(kind, value).slice(0, TAG);
  const make = (kind: Kind, value: string): string => {
    const canonical = value.normalize('NFC').toLowerCase();
    switch (kind) {
      case 'ip':
        return addressToken(value, tag);
      case 'host':
        return hostToken(canonical, value, tag);
      case 'uuid':
        return uuidToken(value, digest('uuid', canonical));
      case 'hash':
        return sameShape(value, digest('hash', canonical));
      case 'app':
      case 'team':
        return nameToken(value, (word) => tag('app', word));
      case 'secret':
        return 'secret-dropped';
      case 'file':
        return `file-${tag('file', canonical)}${knownEnding(value)}`;
      default:
        return `${kind}-${tag(kind, canonical)}`;
    }
  };
  const known = new TwoGenerationMap<string, string>(KEPT);
  return {
    of(kind, value) {
      if (isToken(value)) return value;
      const place = `${kind}\0${value}`;
      const before = known.get(place);
      if (before !== undefined) return before;
      const token = make(kind, value);
      known.set(place, token);
      return token;
    },
  };
}

type Tag = (kind: string, value: string) => string;

function addressToken(value: string, tag: Tag): string {
  const address = privateAddress(value);
  if (address === undefined) return value;
  const { family, subnet, canonical } = address;
  return `ip${family}-${address.class}-${tag('net', subnet)}.${tag('ip', canonical).slice(0, 4)}`;
}

/** Label by label, each with what stands behind it: hosts of one domain stay of one domain. */
function hostToken(canonical: string, value: string, tag: Tag): string {
  const host = canonical.replace(/\.$/, '');
  if (isAppleHost(host) || host === 'localhost') return value;
  const end = canonical.endsWith('.') ? '.' : '';
  const labels = host.split('.');
  if (labels.length === 1) return `host-${tag('host', host)}${end}`;
  const words = labels.slice(0, -1).map((_, index) => tag('host', labels.slice(index).join('.')));
  return `host-${words.join('.d')}.${suffixClass(labels.at(-1) ?? '')}${end}`;
}

/** Still a UUID, of the version for one's own use, and none that any system hands out: its first half is nought. */
function uuidToken(value: string, hex: string): string {
  const token = `00000000-0000-8${hex.slice(0, 3)}-8${hex.slice(3, 6)}-${hex.slice(6, 18)}`;
  return /[a-f]/.test(value) ? token : token.toUpperCase();
}

/** Hex stays hex and base64 base64, of the same length: what reads the line reads this too. */
function sameShape(value: string, hex: string): string {
  const isHex = /^[0-9a-f]*$/i.test(value);
  const source = isHex ? hex : Buffer.from(hex).toString('base64').replace(/=+$/, '');
  const body = value.replace(/=+$/, '');
  const filled = source.repeat(Math.ceil(body.length / source.length)).slice(0, body.length);
  return filled + value.slice(body.length);
}

/** Only endings that say how a file is written. */
function knownEnding(name: string): string {
  return (
    /(?:\.(?:tar|log|ndjson|jsonl?|csv|txt|ips|crash|logarchive|tracev3|plist|gz|zst|zip|tgz|bz2|xz))+$/i.exec(
      name,
    )?.[0] ?? ''
  );
}
