import { type CrashFacts, isSystemPath, MAX_THREADS, NameList } from './crash-facts.ts';
import { dottedVersion, exceptionOf, terminationOf } from './crash-text-fields.ts';
import { readStacks, type TextStacks } from './crash-text-stacks.ts';
import { fieldsOf, linesOf, namedPid } from './text-header.ts';
import { fileName } from './values.ts';

/** Where the stacks begin, in front of which all fields stand. */
const STACKS = /^(?:Thread \d|Last Exception Backtrace:|Application Specific (?:Backtrace|Information)|Kernel Triage:)/;
const MAX_INFO = 6;
/** `0x10a000000 - 0x10a0fffff name version <uuid> path`: the name has no blank but in the path. */
const IMAGE = /^\s*0x[0-9a-f]{1,16} -\s+0x[0-9a-f]{1,16} \+?(\S[^<]{0,200})<[^>]{0,64}> +(\/.*)$/;

/** The facts of a crash report in the text form: before macOS 12 and iOS 15, and as Console translates newer ones. */
export function readCrashText(text: string): CrashFacts {
  const lines = linesOf(text);
  const fields = fieldsOf(headLines(lines));
  const process = namedPid(fields.get('Process'));
  const stacks = readStacks(lines);
  const places = imagePaths(lines);
  for (const frame of [...stacks.frames, ...stacks.thrown]) frame.isSystem = isSystemPath(places.get(frame.image));
  const identifier = fields.get('Identifier');
  const path = fields.get('Path');
  return {
    process: process?.name ?? (path === undefined ? undefined : fileName(path)),
    pid: process?.pid,
    path,
    bundle: identifier?.includes('.') === true ? identifier : undefined,
    version: dottedVersion(fields.get('Version')),
    parent: fields.get('Parent Process'),
    responsible: fields.get('Responsible') ?? fields.get('Responsible Process'),
    role: fields.get('Role'),
    captured: fields.get('Date/Time'),
    launched: fields.get('Launch Time'),
    system: fields.get('OS Version'),
    model: fields.get('Hardware Model') ?? fields.get('Model'),
    incident: fields.get('Incident Identifier'),
    isSimulated: lines.slice(0, 80).some((line) => /^Exception Note:.*\bSIMULATED\b/.test(line)),
    ...exceptionOf(fields),
    ...terminationOf(fields),
    info: infoOf(lines),
    ...crashedThread(fields, stacks),
    frames: stacks.frames,
    thrown: stacks.thrown,
    ...namesOf(stacks),
  };
}

function* headLines(lines: readonly string[]): Iterable<string> {
  for (const line of lines) {
    // Information of libraries stands between the fields and the stacks.
    if (/^(?:Thread \d|Binary Images:)/.test(line)) return;
    yield line;
  }
}

/** The lines below `Application Specific Information:` up to the next empty one. */
function infoOf(lines: readonly string[]): string[] {
  const info: string[] = [];
  let isInside = false;
  for (const line of lines) {
    if (/^Application Specific (?:Information|Signatures):/.test(line)) isInside = true;
    else if (isInside && (line === '' || STACKS.test(line) || /^[A-Z][\w ]+:$/.test(line))) isInside = false;
    else if (isInside && info.length < MAX_INFO) info.push(line);
    if (line.startsWith('Binary Images:')) break;
  }
  return info;
}

function crashedThread(
  fields: ReadonlyMap<string, string>,
  stacks: TextStacks,
): Pick<CrashFacts, 'thread' | 'threadName' | 'queue'> {
  const said = fields.get('Crashed Thread') ?? fields.get('Triggered by Thread');
  const number = /^\d{1,6}/.exec(said ?? '')?.[0];
  return {
    thread: number === undefined ? stacks.thread : Number(number),
    threadName: stacks.threadName,
    queue: stacks.queue ?? /Dispatch queue: (\S.*)$/i.exec(said ?? '')?.[1],
  };
}

function namesOf(stacks: TextStacks): Pick<CrashFacts, 'classes' | 'queues'> {
  const classes = new NameList();
  const queues = new NameList();
  queues.add(stacks.queue);
  for (const queue of stacks.queues.slice(0, MAX_THREADS)) queues.add(queue);
  for (const symbol of stacks.methods) classes.addClassOf(symbol);
  return { classes: classes.list, queues: queues.list };
}

/** Paths of the images by the name that frames print. */
function imagePaths(lines: readonly string[]): ReadonlyMap<string, string> {
  const places = new Map<string, string>();
  const from = lines.findIndex((line) => line.startsWith('Binary Images:'));
  if (from < 0) return places;
  for (const line of lines.slice(from + 1, from + 4_000)) {
    const [, name, path] = IMAGE.exec(line) ?? [];
    if (path === undefined || name === undefined) continue;
    if (!places.has(fileName(path))) places.set(fileName(path), path);
    // A frame may print the bundle identifier where the list does.
    const printed = name.split(' ')[0] ?? name;
    if (!places.has(printed)) places.set(printed, path);
  }
  return places;
}
