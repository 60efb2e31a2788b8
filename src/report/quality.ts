import { recordCommand } from '../lib/record-command.ts';
import { type Problem, REPORT_FORMATS } from '../model/input.ts';
import type { QualityCheck } from '../model/report.ts';
import { type SignsInput, signChecks } from './capture-checks.ts';

interface QualityInput extends SignsInput {
  readonly problems: readonly Problem[];
  readonly events: number;
  readonly losses: number;
}

const REPORTS: ReadonlySet<string> = new Set(REPORT_FORMATS);

const REPORTS_ONLY: QualityCheck = {
  check: 'log',
  state: 'amber',
  message: 'reports only, no log: what led to it cannot be seen',
  remedy: recordCommand(),
};

/** Whether the capture can be trusted, said before anything else. */
export function qualityOf(input: QualityInput): QualityCheck[] {
  const records = input.summaries.reduce((sum, each) => sum + each.records, 0);
  if (records === 0)
    return [
      {
        check: 'records',
        state: 'red',
        message: 'no log record could be read',
        remedy: recordCommand(),
      },
    ];
  if (input.summaries.every((each) => each.records === 0 || REPORTS.has(each.format)))
    return [REPORTS_ONLY, eventCheck(input), zoneCheck(input), parseCheck(input, records)].filter(
      (check) => check !== undefined,
    );
  return [
    levelCheck(input, 'info'),
    levelCheck(input, 'debug'),
    eventCheck(input),
    lossCheck(input),
    zoneCheck(input),
    parseCheck(input, records),
    stringsCheck(input),
    damageCheck(input),
    ...signChecks(input),
  ].filter((check) => check !== undefined);
}

function levelCheck(input: QualityInput, level: 'info' | 'debug'): QualityCheck | undefined {
  const check = `${level}-level`;
  const count = input.summaries.reduce((sum, each) => sum + each.levels[level], 0);
  if (count > 0) return { check, state: 'green', message: `${level} on` };
  const unknown = input.summaries.some((each) => each.levels.unknown > 0);
  const skipped = input.summaries.some((each) => each.skippedLevels.includes(level));
  const remedy = recordCommand();
  if (unknown && !skipped)
    return { check, state: 'amber', message: `the export prints no levels: ${level} messages may be missing`, remedy };
  const effect = level === 'info' ? 'kernel flow lines cannot be seen' : 'filter flow dumps cannot be seen';
  // Debug is off on most machines and few conclusions need it.
  return { check, state: level === 'info' ? 'amber' : 'green', message: `no ${level} messages: ${effect}`, remedy };
}

function eventCheck({ events, summaries }: QualityInput): QualityCheck {
  if (events > 0)
    return {
      check: 'network-extension-lines',
      state: 'green',
      message: `${events} line${events === 1 ? '' : 's'} understood`,
    };
  const predicate = summaries.find((each) => each.predicate !== undefined)?.predicate;
  return {
    check: 'network-extension-lines',
    state: 'red',
    message:
      predicate === undefined
        ? 'no line of Network Extension or its neighbours was understood'
        : `no line of Network Extension was understood; the export was filtered by ${predicate}`,
    remedy: recordCommand(),
  };
}

function lossCheck({ losses }: QualityInput): QualityCheck | undefined {
  if (losses === 0) return undefined;
  return {
    check: 'loss',
    state: 'amber',
    message: `the log says ${losses} times that it lost records`,
    remedy: 'lower the log level of the noisiest subsystem while recording',
  };
}

function zoneCheck({ problems }: QualityInput): QualityCheck | undefined {
  const unknown = problems.find((problem) => problem.code === 'zone-unknown');
  return unknown === undefined ? undefined : { check: 'time-zone', state: 'amber', message: unknown.message };
}

function parseCheck({ problems }: QualityInput, records: number): QualityCheck | undefined {
  const unread = problems
    .filter((problem) => problem.code === 'line-unparsed' || problem.code === 'json-invalid')
    .reduce((sum, each) => sum + each.count, 0);
  if (unread === 0) return undefined;
  const share = unread / (records + unread);
  return { check: 'unread-lines', state: share > 0.05 ? 'red' : 'amber', message: `${unread} lines could not be read` };
}

/** Archives whose format strings are in part elsewhere: messages of those images say nothing. */
function stringsCheck({ summaries, problems }: QualityInput): QualityCheck | undefined {
  const images = summaries.reduce((sum, { archive }) => sum + (archive?.missingImages ?? 0), 0);
  if (images === 0) return undefined;
  const lost = problems.filter(({ code }) => code === 'strings-missing').reduce((sum, { count }) => sum + count, 0);
  return {
    check: 'archive-strings',
    state: 'amber',
    message: `the archive lacks the strings of ${images === 1 ? 'one image' : `${images} images`}: ${lost} messages could not be composed`,
    remedy: 'sudo log collect --last 1d --output system_logs.logarchive',
  };
}

function damageCheck({ summaries }: QualityInput): QualityCheck | undefined {
  const damaged = summaries.reduce((sum, { archive }) => sum + (archive?.damaged ?? 0), 0);
  if (damaged === 0) return undefined;
  return { check: 'archive-damage', state: 'amber', message: `${damaged} parts of the archive could not be read` };
}
