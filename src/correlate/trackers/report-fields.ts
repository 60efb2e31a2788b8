import { keep } from '../../lib/keep.ts';
import { parts } from '../../lib/redacted.ts';
import type { BodyFields } from '../../model/bodies.ts';
import type { CrashReport } from '../../model/death-report.ts';
import type { Redacted } from '../../model/redacted.ts';

const MAX_LIST = 14;

/** Reads the `key = value` lines of a report's record; everything that outlives the record is copied. */
export class ReportFields {
  readonly #fields: BodyFields | undefined;

  constructor(fields: BodyFields | Redacted | undefined) {
    this.#fields = parts(fields) as BodyFields | undefined;
  }

  text(key: string): string | undefined {
    const value = this.#fields?.[key];
    if (typeof value === 'string') return keep(value);
    if (typeof value === 'number') return String(value);
    // A value that looks like what privacy leaves behind is meant as it is written.
    return isRedacted(value) ? keep(value.redacted) : undefined;
  }

  number(key: string): number | undefined {
    const value = this.#fields?.[key];
    const number =
      typeof value === 'number' ? value : Number(typeof value === 'string' && value !== '' ? value : Number.NaN);
    return Number.isFinite(number) ? number : undefined;
  }

  isYes(key: string): boolean {
    return this.#fields?.[key] === true;
  }

  /** `info`, `info 2`, `info 3` …; or `frame 0`, `frame 1` …. */
  list(key: string): readonly string[] {
    const texts: string[] = [];
    for (let index = 0; index < MAX_LIST; index++) {
      const text = this.text(`${key} ${index}`) ?? (index === 1 ? this.text(key) : undefined);
      if (text !== undefined) texts.push(text);
    }
    return texts;
  }
}

function isRedacted(value: unknown): value is Redacted {
  return typeof value === 'object' && value !== null && 'redacted' in value && typeof value.redacted === 'string';
}

/** The facts of a crash report. */
export function crashReportOf(fields: ReportFields, grade: CrashReport['grade']): CrashReport {
  return {
    grade,
    incident: fields.text('incident'),
    bundle: fields.text('bundle'),
    path: fields.text('path'),
    system: fields.text('system'),
    exception: fields.text('exception'),
    signal: fields.text('signal'),
    codes: fields.text('codes'),
    subtype: fields.text('subtype'),
    message: fields.text('message'),
    termination: fields.text('termination'),
    terminationCode: fields.number('termination code'),
    indicator: fields.text('indicator'),
    terminatedBy: fields.text('terminated by'),
    reasons: fields.list('reason'),
    info: fields.list('info'),
    thread: fields.number('thread'),
    queue: fields.text('queue'),
    appFrame: fields.text('app frame'),
    frames: fields.list('frame'),
    thrown: fields.list('thrown'),
  };
}
