import { DOT } from './ascii.ts';
/**
 * Signing identifiers as logs print them: `7QK2M4XN9T.com.example.app`, `.com.example.app`, `com.example.app`.
 * Source: id-correlation, "app signing id": strip a ten-character team id and a leading dot.
 */
export function bareSigningId(id: string): string {
  // Asked for every flow line; most ids carry neither.
  if (id.charCodeAt(0) === DOT) return id.slice(1);
  return id.charCodeAt(TEAM_CHARS) === DOT && TEAM.test(id) ? id.slice(TEAM_CHARS + 1).replace(/^\./, '') : id;
}

const TEAM_CHARS = 10;
const TEAM = /^[A-Z0-9]{10}\./;

export function sameSigningId(a: string, b: string): boolean {
  return a === b || bareSigningId(a).toLowerCase() === bareSigningId(b).toLowerCase();
}

/** True where `inner` is `outer` or stands below it: `com.example.app.extension` below `com.example.app`. */
export function isWithin(inner: string, outer: string): boolean {
  const a = `${bareSigningId(inner).toLowerCase()}.`;
  const b = `${bareSigningId(outer).toLowerCase()}.`;
  return a.startsWith(b);
}

/** At least three dotted parts, as bundle identifiers have. */
export function looksLikeBundleId(name: string): boolean {
  return /^[A-Za-z0-9-]+(?:\.[A-Za-z0-9_-]+){2,}$/.test(name);
}

/**
 * Whether a process of this name may be the app with this signing identifier: `Bank` and `com.example.bank`,
 * `Google Chrome Helper` and `com.google.Chrome.helper`. A guess by name, never more than that.
 */
export function mayBeSameApp(processName: string, signingId: string): boolean {
  const squeeze = (text: string): string => text.toLowerCase().replace(/[^a-z0-9]/g, '');
  const name = squeeze(processName);
  return name.length >= 3 && squeeze(bareSigningId(signingId)).endsWith(name);
}
