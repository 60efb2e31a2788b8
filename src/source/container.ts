import type { FileEntry, FileSet, StreamedFile } from '../lib/file-set.ts';
import type { Problem } from '../model/input.ts';
import { KeptFile } from './kept-file.ts';

/** A member as its container hands it over. Members are read one after another: the next one ends the one before. */
export type Member = StreamedFile;

/** What of a member is kept in memory when its container is first read: all of it can be read at any place. */
export type Keeps = (path: string, size: number) => 'whole' | 'beginning' | 'nothing';

export interface Container {
  readonly files: FileSet;
  readonly problems: readonly Problem[];
}

/** What all kept members of one container may take together; what comes later is left to `walk`. */
const MOST_KEPT_BYTES = 96 * 1024 * 1024;
/** A tracev3 file's header and its first catalog stand within this. Source: logarchive-format 1 and 2. */
const BEGINNING_BYTES = 72 * 1024;
/** More members are not listed: a large sysdiagnose holds some ten thousand. */
const MOST_MEMBERS = 200_000;

export interface MembersOptions {
  readonly name: string;
  /** Whether only members for which `wants` holds have to be handed over is up to the container: others are skipped. */
  readonly members: (wants: (path: string) => boolean, say: Say) => AsyncGenerator<Member>;
  readonly keeps: Keeps;
}

/** Counts an oddity of the container, with the member that shows it. */
export type Say = (code: 'member-refused' | 'container-damaged', message: string, member: string) => void;

/** Reads a container through once: lists its members and keeps what `keeps` names. */
export async function openContainer({ name, members, keeps }: MembersOptions): Promise<Container> {
  const problems = new Map<string, Problem>();
  const say: Say = (code, message, member) => {
    const known = problems.get(message);
    const example = known?.example ?? { input: name, ...(member === '' ? {} : { text: member }) };
    problems.set(message, { code, count: (known?.count ?? 0) + 1, message, example });
  };
  const files = new Map<string, FileEntry>();
  const kept = new Map<string, KeptFile>();
  const beginnings = new Map<string, Buffer>();
  let weight = 0;
  for await (const member of members(() => true, say)) {
    if (files.size >= MOST_MEMBERS) {
      say('container-damaged', `more than ${MOST_MEMBERS.toLocaleString('en')} members; the rest is left out`, '');
      break;
    }
    const { path, size } = member;
    files.set(path, { path, size });
    const kind = weight > MOST_KEPT_BYTES ? 'nothing' : keeps(path, size);
    if (kind === 'beginning') beginnings.set(path, await beginningOf(member));
    if (kind !== 'whole') continue;
    const file = await KeptFile.from(member);
    // Of two members with one name the later one counts, as it would when they are unpacked.
    weight += file.weight - (kept.get(path)?.weight ?? 0);
    kept.set(path, file);
    files.set(path, { path, size: file.size });
  }
  return {
    problems: [...problems.values()],
    files: {
      files: [...files.values()].sort((a, b) => (a.path < b.path ? -1 : 1)),
      open: (path) => kept.get(path),
      beginning: (path) => beginnings.get(path),
      // What is odd has been said when it was listed.
      walk: (wants) => members(wants, () => {}),
    },
  };
}

async function beginningOf(member: Member): Promise<Buffer> {
  const bytes = Buffer.alloc(BEGINNING_BYTES);
  let have = 0;
  for (let count = 1; count > 0 && have < bytes.length; have += count)
    count = await member.read(bytes, have, bytes.length - have);
  return Buffer.from(bytes.subarray(0, have));
}
