import { Dump, processTitle } from './dump.ts';
import { firstText, listOf, objectOf, pidOf, type ReportObject, textOf } from './values.ts';

/** Processes with so many threads that cannot be interrupted are told; a few are in everybody. */
const STUCK = 20;
const MAX_PROCESSES = 64;
const MAX_DETAILS = 4;
const UNINTERRUPTIBLE = 'TH_UNINT';

export interface StackshotFacts {
  /** `panic`, `watchdog`, or `stackshot` where the report says no more than that. */
  readonly category: 'panic' | 'watchdog' | 'stackshot';
  readonly captured: string | undefined;
  readonly text: string;
  /** Processes whose threads are stuck in the kernel. */
  readonly processes: readonly string[];
  /** Such processes beyond those. */
  readonly more: number;
}

/** Whether this document holds the threads of all processes, or says why the machine went down. */
export function isStackshot(body: ReportObject): boolean {
  return textOf(body.panicString) !== undefined || 'processByPid' in (objectOf(body.stackshot) ?? body);
}

/**
 * Why the machine panicked, or which service did not answer its watchdog, and whose threads were stuck in the kernel then.
 * Source: public samples of .ips files of kind 210 (panic), 288 (stackshot), 409 (watchdog; its stackshot is nested).
 */
export function readStackshot(head: ReportObject, body: ReportObject): StackshotFacts {
  const shot = objectOf(body.stackshot) ?? body;
  const captured = firstText(body.date, body.captureTime, head.timestamp);
  const { text, category } = titled(head, body);
  const dump = text
    .add('captured', captured)
    .add('system', firstText(body.build, head.os_version))
    .add('incident', firstText(body.incident, head.incident_id));
  const stuck = stuckOf(shot).toSorted((a, b) => b.uninterruptible - a.uninterruptible);
  return {
    category,
    captured,
    text: dump.text,
    processes: stuck.slice(0, MAX_PROCESSES).map((each) => processText(each, captured)),
    more: Math.max(0, stuck.length - MAX_PROCESSES),
  };
}

function titled(head: ReportObject, body: ReportObject): { text: Dump; category: StackshotFacts['category'] } {
  const panic = textOf(body.panicString);
  if (panic !== undefined) {
    const [first = panic] = panic.split('\n');
    const task = /Panicked task [^\n]{0,200}: ([^:\n]{1,100})$/m.exec(panic)?.[1];
    return { category: 'panic', text: new Dump(`panic report: ${first}`).add('task', task) };
  }
  const termination = objectOf(body.termination);
  const process = firstText(body.procName, head.app_name, head.name);
  if (termination === undefined || process === undefined)
    return { category: 'stackshot', text: new Dump(`stackshot report: ${firstText(body.reason) ?? 'taken'}`) };
  const details = [...listOf(termination.reasons), ...listOf(termination.details)].flatMap(
    (each) => textOf(each) ?? [],
  );
  return {
    category: 'watchdog',
    text: new Dump(`watchdog report: ${processTitle(process, pidOf(body.pid))}`)
      .add('termination', textOf(termination.namespace))
      .add('indicator', textOf(termination.indicator))
      .addAll('reason', details.slice(0, MAX_DETAILS)),
  };
}

interface Stuck {
  readonly name: string | undefined;
  readonly pid: number | undefined;
  readonly threads: number;
  readonly uninterruptible: number;
}

function stuckOf(shot: ReportObject): Stuck[] {
  return Object.entries(objectOf(shot.processByPid) ?? {}).flatMap(([key, value]) => {
    const process = objectOf(value) ?? {};
    const threads = Object.values(objectOf(process.threadById) ?? {});
    const uninterruptible = threads.filter((each) => listOf(objectOf(each)?.state).includes(UNINTERRUPTIBLE)).length;
    if (uninterruptible < STUCK) return [];
    return [{ name: textOf(process.procname), pid: pidOf(key), threads: threads.length, uninterruptible }];
  });
}

function processText({ name, pid, threads, uninterruptible }: Stuck, captured: string | undefined): string {
  return new Dump(`stackshot process: ${processTitle(name, pid)}`)
    .add('threads', threads)
    .add('uninterruptible', uninterruptible)
    .add('captured', captured).text;
}
