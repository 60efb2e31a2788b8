import { UserError } from '../../lib/errors.ts';
import type { FileSet } from '../../lib/file-set.ts';
import type { MachineSource } from '../../lib/input-source.ts';
import type { ExtensionConfiguration, InterfaceFacts, MachineFacts, ProfilePayload } from '../../model/machine.ts';
import { readPlist } from '../plist/read-plist.ts';
import { configurationsOf } from './configurations.ts';
import { interfacesOf } from './interfaces.ts';
import { networkOrder, ranked } from './network-order.ts';
import { payloadsOf } from './profiles.ts';
import { factsOfName } from './sysdiagnose-name.ts';

const MOST_BYTES = 8 * 1024 * 1024;

interface Findings {
  readonly configurations: ExtensionConfiguration[];
  readonly profiles: ProfilePayload[];
  readonly interfaces: InterfaceFacts[];
  order?: ReturnType<typeof networkOrder>;
  model?: string;
}

interface FactFile {
  readonly path: RegExp;
  /** False where the file is not of the form that its name promises. */
  readonly read: (bytes: Buffer, into: Findings) => boolean | Promise<boolean>;
}

const FACT_FILES: readonly FactFile[] = [
  {
    path: /com\.apple\.networkextension\.plist$/,
    async read(bytes, into) {
      const configurations = configurationsOf(await readPlist(bytes));
      into.configurations.push(...(configurations ?? []));
      return configurations !== undefined;
    },
  },
  {
    path: /MCState\/Shared\//,
    async read(bytes, into) {
      const list = await readPlist(bytes);
      into.profiles.push(...payloadsOf(list));
      return list !== undefined;
    },
  },
  {
    path: /ifconfig\.txt$/,
    read(bytes, into) {
      into.interfaces.push(...interfacesOf(bytes.toString('utf8')));
      return true;
    },
  },
  {
    path: /network-information\.txt$/,
    read(bytes, into) {
      into.order = networkOrder(bytes.toString('utf8'));
      return true;
    },
  },
  {
    path: /remotectl_dumpstate\.txt$/,
    read(bytes, into) {
      const model = /ProductType => (?:"([^"\n]{1,40})"|(\S{1,40}))/.exec(bytes.toString('utf8'));
      into.model ??= model?.[1] ?? model?.[2] ?? '';
      return true;
    },
  },
];

/** What the files of a folder or container say of the machine. One that cannot be read is named in `unread`. */
export async function readMachine({ name, files, facts }: MachineSource): Promise<MachineFacts> {
  const found: Findings = { configurations: [], profiles: [], interfaces: [] };
  const unread: string[] = [];
  for (const { path } of facts) {
    const reader = FACT_FILES.find((each) => each.path.test(path));
    if (reader === undefined) continue;
    const bytes = readWhole(files, path);
    if (bytes === undefined || !(await reader.read(bytes, found))) unread.push(path);
  }
  const { model, order = new Map(), interfaces, ...lists } = found;
  return {
    name,
    ...factsOfName(name),
    ...factsOfName(files.files[0]?.path ?? ''),
    ...(model === undefined || model === '' ? {} : { model }),
    ...lists,
    interfaces: ranked(interfaces, order),
    unread,
  };
}

function readWhole(files: FileSet, path: string): Buffer | undefined {
  try {
    const file = files.open(path);
    if (file === undefined) return undefined;
    const bytes = Buffer.alloc(Math.min(file.size, MOST_BYTES));
    const count = file.read(bytes, 0);
    file.close();
    return bytes.subarray(0, count);
  } catch (error) {
    if (error instanceof UserError) return undefined;
    throw error;
  }
}
