import { type CrashFacts, type Frame, isSystemPath, MAX_FRAMES, MAX_THREADS, NameList } from './crash-facts.ts';
import { fileName, firstText, isYes, listOf, numberOf, objectOf, pidOf, type ReportObject, textOf } from './values.ts';

const NOTHING: ReportObject = {};
/** Texts of application specific information that are kept. */
const MAX_INFO = 6;
const MAX_REASONS = 4;
/** Apple's number for reports about processes that live on (`ExcUserFault`). */
const USER_FAULT = '308';

/** The facts of a crash report in JSON; `header` is the first line of the file, empty where it is missing. */
export function readCrash(header: ReportObject, body: ReportObject): CrashFacts {
  const bundle = objectOf(body.bundleInfo) ?? NOTHING;
  const path = textOf(body.procPath);
  const shortVersion = firstText(bundle.CFBundleShortVersionString, header.app_version);
  const build = firstText(bundle.CFBundleVersion, header.build_version);
  return {
    process:
      firstText(body.procName, header.app_name, header.name) ?? (path === undefined ? undefined : fileName(path)),
    pid: pidOf(body.pid),
    path,
    bundle: firstText(bundle.CFBundleIdentifier, header.bundleID),
    version: withDetail(shortVersion, build),
    parent: named(body.parentProc, body.parentPid),
    responsible: named(body.responsibleProc, body.responsiblePid),
    role: textOf(body.procRole),
    captured: firstText(body.captureTime, header.timestamp),
    launched: textOf(body.procLaunch),
    system: systemOf(header, body),
    model: textOf(body.modelCode),
    incident: firstText(body.incident, header.incident_id),
    isSimulated: isYes(body.isSimulated) || isYes(body.isNonFatal) || textOf(header.bug_type) === USER_FAULT,
    ...exceptionOf(body),
    ...terminationOf(body),
    info: infoOf(body),
    ...stacksOf(body),
  };
}

function systemOf(header: ReportObject, body: ReportObject): string | undefined {
  const version = objectOf(body.osVersion);
  const printed = textOf(header.os_version);
  return (
    printed ??
    (version === undefined ? textOf(body.osVersion) : withDetail(textOf(version.train), textOf(version.build)))
  );
}

function exceptionOf(body: ReportObject): Pick<CrashFacts, 'exception' | 'signal' | 'codes' | 'subtype' | 'message'> {
  const exception = objectOf(body.exception) ?? NOTHING;
  return {
    exception: textOf(exception.type),
    signal: textOf(exception.signal),
    codes: textOf(exception.codes),
    subtype: textOf(exception.subtype),
    message: textOf(exception.message),
  };
}

function terminationOf(
  body: ReportObject,
): Pick<CrashFacts, 'termination' | 'terminationCode' | 'indicator' | 'terminatedBy' | 'reasons'> {
  const termination = objectOf(body.termination) ?? NOTHING;
  const texts = [...listOf(termination.reasons), ...listOf(termination.details)].slice(0, MAX_REASONS);
  return {
    termination: textOf(termination.namespace),
    terminationCode: textOf(termination.code),
    indicator: textOf(termination.indicator),
    terminatedBy: named(termination.byProc, termination.byPid),
    reasons: texts.flatMap((reason) => textOf(reason) ?? []),
  };
}

/** By library, one or several texts each. */
function infoOf(body: ReportObject): string[] {
  const info: string[] = [];
  for (const [library, texts] of Object.entries(objectOf(body.asi) ?? NOTHING).slice(0, MAX_INFO)) {
    const own = textOf(texts) === undefined ? listOf(texts) : [texts];
    for (const text of own.slice(0, MAX_INFO)) {
      const said = textOf(text);
      if (said !== undefined && info.length < MAX_INFO) info.push(`${said} (${library})`);
    }
  }
  return info;
}

type Stacks = Pick<CrashFacts, 'thread' | 'threadName' | 'queue' | 'frames' | 'thrown' | 'classes' | 'queues'>;

function stacksOf(body: ReportObject): Stacks {
  const images = listOf(body.usedImages);
  const threads = listOf(body.threads);
  const index = crashedThread(body, threads);
  const crashed = index === undefined ? undefined : objectOf(threads[index]);
  const classes = new NameList();
  const queues = new NameList();
  const thrown = framesOf(body.lastExceptionBacktrace, images);
  for (const each of [crashed, ...threads.slice(0, MAX_THREADS)]) {
    const thread = objectOf(each);
    if (thread === undefined) continue;
    queues.add(textOf(thread.queue));
    for (const frame of listOf(thread.frames).slice(0, MAX_THREADS))
      classes.addClassOf(textOf(objectOf(frame)?.symbol));
  }
  for (const { symbol } of thrown) classes.addClassOf(symbol);
  return {
    thread: index,
    threadName: textOf(crashed?.name),
    queue: textOf(crashed?.queue),
    frames: framesOf(crashed?.frames, images),
    thrown,
    classes: classes.list,
    queues: queues.list,
  };
}

/** By the number that the report gives, where there is such a thread; else the one that is marked. */
function crashedThread(body: ReportObject, threads: readonly unknown[]): number | undefined {
  const given = numberOf(body.faultingThread);
  if (given !== undefined && objectOf(threads[given]) !== undefined) return given;
  const marked = threads.findIndex((each) => isYes(objectOf(each)?.triggered));
  return marked < 0 ? undefined : marked;
}

function framesOf(value: unknown, images: readonly unknown[]): Frame[] {
  return listOf(value)
    .slice(0, MAX_FRAMES)
    .flatMap((each) => {
      const frame = objectOf(each);
      return frame === undefined ? [] : [frameOf(frame, images)];
    });
}

function frameOf(frame: ReportObject, images: readonly unknown[]): Frame {
  const image = objectOf(images[numberOf(frame.imageIndex) ?? -1]) ?? NOTHING;
  const path = textOf(image.path);
  const symbol = textOf(frame.symbol);
  const file = textOf(frame.sourceFile);
  const line = numberOf(frame.sourceLine);
  return {
    image: textOf(image.name) ?? (path === undefined ? '???' : fileName(path)),
    symbol,
    offset: numberOf(symbol === undefined ? frame.imageOffset : frame.symbolLocation),
    source: file === undefined ? undefined : line === undefined ? file : `${file}:${line}`,
    isSystem: isSystemPath(path),
  };
}

function named(name: unknown, pid: unknown): string | undefined {
  const text = textOf(name);
  const number = pidOf(pid);
  return text === undefined || number === undefined ? text : `${text} [${number}]`;
}

function withDetail(text: string | undefined, detail: string | undefined): string | undefined {
  return text === undefined || detail === undefined ? (text ?? detail) : `${text} (${detail})`;
}
