import { UserError } from '../lib/errors.ts';

const UNITS: Readonly<Record<string, number>> = { '': 1, b: 1, kb: 1e3, mb: 1e6, gb: 1e9, kib: 1024, mib: 1024 ** 2 };

/** Bytes of `25MB`, `500 kB`, `10MiB`, `4000`. Throws `UserError` (exit code 2) for anything else. */
export function sizeOf(text: string): number {
  const [, digits = '', unit = ''] = /^(\d+(?:\.\d+)?) ?([kmg]?i?b?)$/i.exec(text.trim()) ?? [];
  const factor = UNITS[unit.toLowerCase()];
  const size = Number(digits) * (factor ?? Number.NaN);
  if (digits !== '' && size >= 1) return Math.floor(size);
  throw new UserError(`${text} is no size`, { exitCode: 2, hint: 'write it like 25MB, 500kB or 10MiB' });
}
