import { NEEDS } from '../lib/need-specs.ts';
import { SPEAKING_PROCESSES, SPEAKING_SUBSYSTEMS, showCommand, speakersPredicate } from '../lib/record-command.ts';
import type { Catalog } from '../model/catalog.ts';
import type { DetectorMeta } from '../model/finding.ts';
import { type Need, SYMPTOMS, type Symptom } from '../model/need.ts';
import { speakersOf } from '../recognize/speakers.ts';

/** What has to be recorded so that detectors can look. */
export interface CapturePlan {
  readonly symptoms: readonly Symptom[];
  readonly needs: readonly Need[];
  /** Detectors that the recording is for. */
  readonly detectors: readonly string[];
  readonly processes: readonly string[];
  readonly levels: readonly string[];
  readonly last: string;
  readonly predicate: string;
  /** `log show`, right after it happened. */
  readonly show: string;
  /** Everything, to be analysed elsewhere. */
  readonly collect: string;
  /** While it is reproduced. */
  readonly stream: string;
  /** What is no line of the log. */
  readonly files: readonly string[];
  /** What has to be switched on for messages to be printed at all. */
  readonly onlyIf: readonly string[];
}

export interface PlanInput {
  readonly symptoms: readonly Symptom[];
  /** The person's own provider; undefined where it is not named. */
  readonly process: string | undefined;
  readonly catalog: Catalog;
  readonly metas: readonly DetectorMeta[];
}

/** Where a provider's own lines are needed and nobody says what it is called. */
const UNKNOWN_PROVIDER = 'YOUR-PROVIDER';
const LAST = '30m';

/** Derived from what the detectors of a symptom read and from who prints that by the catalog. Without a symptom it is for all of them. */
export function planCapture({ symptoms, process, catalog, metas }: PlanInput): CapturePlan {
  const needs = [...new Set(symptoms.flatMap((symptom): readonly Need[] => SYMPTOMS[symptom].needs))];
  const asked = needs.flatMap((need) => NEEDS[need].events);
  const concerned =
    needs.length === 0
      ? metas
      : metas.filter((meta) => meta.needs.some((event) => asked.some((start) => event.startsWith(start))));
  const events = [...new Set([...asked, ...concerned.flatMap((meta) => meta.needs)])];
  const speakers = speakersOf(catalog, events);
  const levels = levelsOf(concerned, needs);
  const processes = needs.length === 0 ? SPEAKING_PROCESSES : [...speakers.processes].toSorted(byRank);
  const subsystems = needs.length === 0 ? SPEAKING_SUBSYSTEMS : speakers.subsystems;
  const others = ownProcess(process, needs.length > 0 && speakers.hasProvider);
  const predicate = speakersPredicate({ processes, subsystems, others });
  const options = ['info', 'debug'].filter((level) => levels.includes(level)).map((level) => `--${level}`);
  const last = longest(needs.map((need) => NEEDS[need].last));
  return {
    ...{ symptoms, needs, detectors: concerned.map(({ id }) => id), processes, levels, last, predicate },
    show: showCommand({ last, levels: options.join(' '), predicate }),
    collect: `sudo log collect --last ${last} --output capture.logarchive`,
    stream: `log stream --level ${levels.includes('debug') ? 'debug' : levels.includes('info') ? 'info' : 'default'} --predicate '${predicate}' --style ndjson > capture.ndjson`,
    files: speakers.files,
    onlyIf: switchesOf(catalog, events),
  };
}

function ownProcess(process: string | undefined, isNeeded: boolean): string[] {
  if (process !== undefined) return [`process == "${process.replaceAll(/["'\\]/g, '')}"`];
  return isNeeded ? [`process == "${UNKNOWN_PROVIDER}"`] : [];
}

/** The network extension's own first, as reports have them. */
function byRank(a: string, b: string): number {
  const rank = (name: string): number => {
    const place = SPEAKING_PROCESSES.indexOf(name);
    return place < 0 ? SPEAKING_PROCESSES.length : place;
  };
  return rank(a) - rank(b) || (a < b ? -1 : 1);
}

function levelsOf(metas: readonly DetectorMeta[], needs: readonly Need[]): string[] {
  const wanted = new Set([...metas.flatMap((meta) => meta.levels), ...needs.map((need) => NEEDS[need].level)]);
  return ['default', 'info', 'debug', 'error', 'fault'].filter((level) => wanted.has(level));
}

function longest(lasts: readonly string[]): string {
  const minutes = (last: string): number => Number.parseInt(last, 10) * (last.endsWith('h') ? 60 : 1);
  return lasts.reduce((most, each) => (minutes(each) > minutes(most) ? each : most), LAST);
}

function switchesOf({ families }: Catalog, events: readonly string[]): string[] {
  const switches = families.flatMap(({ name, messages }) =>
    messages.flatMap((message) =>
      message.onlyIf !== undefined && events.includes(`${name}/${message.name}`) ? [message.onlyIf] : [],
    ),
  );
  return [...new Set(switches)];
}
