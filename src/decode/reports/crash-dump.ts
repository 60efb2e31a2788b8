import type { CrashFacts, Frame } from './crash-facts.ts';
import { Dump, processTitle } from './dump.ts';

/** Texts of libraries can be long, and say most. */
const MAX_INFO_CHARS = 600;
const SHOWN_FRAMES = 14;
const MAX_FRAME_CHARS = 240;

/** A crash report as one message: what a person would tell of it, in the order in which a report says it. */
export function dumpCrash(facts: CrashFacts): string {
  const dump = new Dump(`crash report: ${processTitle(facts.process, facts.pid)}`);
  // What decides comes first: a screen shows the beginning.
  dump
    .add('simulated', facts.isSimulated ? 'YES' : undefined)
    .add('exception', facts.exception)
    .add('signal', facts.signal)
    .add('subtype', facts.subtype)
    .add('message', facts.message)
    .add('app frame', appFrame(facts))
    .add('thread', facts.thread)
    .add('thread name', facts.threadName)
    .add('queue', facts.queue)
    .addAll('info', facts.info, MAX_INFO_CHARS)
    .add('termination', facts.termination)
    .add('termination code', facts.terminationCode)
    .add('indicator', facts.indicator)
    .add('terminated by', facts.terminatedBy)
    .addAll('reason', facts.reasons)
    .add('codes', facts.codes);
  addProcess(dump, facts);
  dump
    .add('classes', listText(facts.classes))
    .add('queues', listText(facts.queues))
    .addNumbered('thrown', facts.thrown.slice(0, SHOWN_FRAMES).map(frameText))
    .addNumbered('frame', facts.frames.slice(0, SHOWN_FRAMES).map(frameText));
  return dump.text;
}

function addProcess(dump: Dump, facts: CrashFacts): void {
  dump.add('bundle', facts.bundle).add('version', facts.version).add('path', facts.path).add('parent', facts.parent);
  if (facts.responsible !== facts.parent) dump.add('responsible', facts.responsible);
  dump
    .add('role', facts.role)
    .add('launched', facts.launched)
    .add('captured', facts.captured)
    .add('system', facts.system)
    .add('model', facts.model)
    .add('incident', facts.incident);
}

/** The newest call of an image that does not come with the system: where the exception was thrown counts first. */
function appFrame({ thrown, frames }: CrashFacts): string | undefined {
  const frame = [...thrown, ...frames].find(({ isSystem }) => isSystem === false);
  return frame === undefined ? undefined : frameText(frame);
}

/** `symbol + 20 (image) File.swift:12`; without a symbol `image + 4711`. */
function frameText({ image, symbol, offset, source }: Frame): string {
  const place = offset === undefined ? '' : ` + ${offset}`;
  const called = symbol === undefined ? `${image}${place}` : `${symbol}${place} (${image})`;
  return (source === undefined ? called : `${called} ${source}`).slice(0, MAX_FRAME_CHARS);
}

function listText(names: readonly string[]): string | undefined {
  return names.length === 0 ? undefined : names.join(', ');
}
