import type { KnownBy } from '../../model/baseline.ts';
import type { Severity } from '../../model/finding.ts';
import type { Style } from './line.ts';

/** Shape and colour together, so that neither has to be seen: the worst is a triangle, what is well a disc. */
export const SEVERITY: Readonly<
  Record<Severity, { readonly shape: string; readonly word: string; readonly style: Style }>
> = {
  error: { shape: '▲', word: 'ERROR', style: 'bad' },
  warning: { shape: '■', word: 'WARN', style: 'warn' },
  info: { shape: '●', word: 'INFO', style: 'note' },
};

export const LIGHT: Readonly<Record<'green' | 'amber' | 'red', { readonly shape: string; readonly style: Style }>> = {
  green: { shape: '●', style: 'good' },
  amber: { shape: '■', style: 'warn' },
  red: { shape: '▲', style: 'bad' },
};

/** `1,284,331`. */
export function number(value: number): string {
  return String(value).replace(/\B(?=(?:\d{3})+$)/g, ',');
}

/** `1 warning`, `2 warnings`; `irregular` where an s is not enough. */
export function count(value: number, noun: string, irregular = `${noun}s`): string {
  return `${number(value)} ${value === 1 ? noun : irregular}`;
}

/** `512 B`, `120 kB`, `1.3 GB`; powers of ten. */
export function bytes(value: number): string {
  const units = ['B', 'kB', 'MB', 'GB', 'TB'];
  let scaled = value;
  let unit = 0;
  while (scaled >= 999.5 && unit < units.length - 1) {
    scaled /= 1000;
    unit += 1;
  }
  const digits = unit > 0 && scaled < 9.95 ? 1 : 0;
  return `${scaled.toFixed(digits)} ${units[unit] ?? 'B'}`;
}

/** `420ms`, `5.3s`, `27m12s`, `2h05m`, `3d04h`. */
export function duration(us: number): string {
  const ms = Math.round(us / 1000);
  if (ms < 1000) return `${ms}ms`;
  if (ms < 59_950) return `${(ms / 1000).toFixed(1)}s`;
  const pair = (major: number, a: string, minor: number, b: string): string =>
    `${major}${a}${String(minor).padStart(2, '0')}${b}`;
  const seconds = Math.round(ms / 1000);
  if (seconds < 3600) return pair(Math.floor(seconds / 60), 'm', seconds % 60, 's');
  const minutes = Math.round(seconds / 60);
  if (minutes < 2880) return pair(Math.floor(minutes / 60), 'h', minutes % 60, 'm');
  const hours = Math.round(minutes / 60);
  return pair(Math.floor(hours / 24), 'd', hours % 24, 'h');
}

/** `a`, `a and b`, `a, b and c`. */
export function list(words: readonly string[]): string {
  const last = words.at(-1) ?? '';
  return words.length < 2 ? last : `${words.slice(0, -1).join(', ')} and ${last}`;
}

/** What was left out of the findings by what was asked for, one sentence each. */
export function omittedFindings({
  findings = 0,
  unsure = 0,
  baselined = 0,
}: Readonly<Record<string, number>>): string[] {
  return [
    ...(findings > 0 ? [`${count(findings, 'finding')} below --min-severity not shown`] : []),
    ...(unsure > 0 ? [`${count(unsure, 'finding')} below --min-confidence not shown`] : []),
    ...(baselined > 0 ? [`${count(baselined, 'baselined finding')} not shown (--all)`] : []),
  ];
}

/** Of a finding that a baseline knows: why, how many of it, until when. */
export function knownText({ reason, count, expires }: KnownBy): string {
  return [
    `accepted: ${reason}`,
    `up to ×${number(count)}`,
    ...(expires === undefined ? [] : [`until ${expires}`]),
  ].join(' · ');
}
