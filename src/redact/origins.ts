import type { Origin } from '../model/log-record.ts';
import type { Dictionary } from './dictionary.ts';
import type { Kind } from './kinds.ts';
import { pathParts, type Replace } from './rewrite.ts';
import { isAppleImage, isAppleName } from './software-names.ts';
import { isToken } from './tokens.ts';

/** Names of software, and the persons in paths. */
export function learnOrigin(origin: Origin, dictionary: Dictionary, learn: Replace): void {
  const { process, processPath = '', sender, subsystem } = origin;
  for (const path of [processPath, sender]) if (/^\/(?:Users|home|Volumes)\//.test(path)) pathParts(path, learn);
  if (!isAppleOrigin(origin)) {
    dictionary.keep(process);
    learn('app', process, false);
  }
  if (subsystem !== '' && !isAppleName(subsystem)) dictionary.keep(subsystem);
}

function isAppleOrigin({ process, processPath }: Origin): boolean {
  return processPath?.startsWith('/') === true ? isAppleImage(processPath) : isAppleName(process);
}

export interface Writers {
  readonly text: (text: string) => string;
  readonly write: Replace;
}

export function redactOrigin(origin: Origin, kinds: ReadonlySet<Kind>, { text, write }: Writers): Origin {
  const name = (value: string): string =>
    kinds.has('app') && !isAppleName(value) ? write('app', value, false) : text(value);
  const path = (value: string): string => {
    const person = /^\/(?:Users|home|Volumes)\//.test(value) ? pathParts(value, write) : value;
    if (!kinds.has('app') || isAppleImage(value)) return text(person);
    return person
      .split('/')
      .map((part) => (STANDARD_FOLDERS.test(part) || isToken(part) ? part : name(part)))
      .join('/');
  };
  const isApples = isAppleOrigin(origin);
  const process = isApples ? text(origin.process) : name(origin.process);
  return {
    ...origin,
    process,
    processPath: origin.processPath === undefined ? undefined : path(origin.processPath),
    sender: origin.sender === origin.process ? process : sender(origin, path, name),
    subsystem: isAppleName(origin.subsystem) ? text(origin.subsystem) : name(origin.subsystem),
    category: isAppleName(origin.subsystem) ? text(origin.category) : name(origin.category),
  };
}

/** Apple's libraries log for everybody. A name without a path is taken for theirs where the subsystem is, or it is a library. */
function sender(
  { sender, subsystem }: Origin,
  path: (value: string) => string,
  name: (value: string) => string,
): string {
  if (sender.includes('/')) return path(sender);
  const isApples = (subsystem !== '' && isAppleName(subsystem)) || /^lib[\w.+-]+\.dylib$/.test(sender);
  return isApples || FRAMEWORKS.test(sender) ? sender : name(sender);
}

const FRAMEWORKS =
  /^(?:Network|NetworkExtension|CFNetwork|Foundation|CoreFoundation|Security|SystemExtensions|Symptom\w+|[A-Z]\w+ (?:Framework|Driver)|App[l]e\w+|IO\w+)$/;

const STANDARD_FOLDERS =
  /^(?:|Users|home|Volumes|Library|SystemExtensions|Applications|Contents|MacOS|PlugIns|Frameworks|Versions|[A-Z]|Application Support|XPCServices|PrivilegedHelperTools|private|var|containers|Bundle|Application|opt|local|bin)$/;
