/** Decodes an archive: everything in it (`all`), or what one process of it says (`narrow`), and says how many records that were. */
import { OriginTable } from '../../src/decode/origin-table.ts';
import { ArchiveReader } from '../../src/decode/tracev3/archive-reader.ts';
import type { Origin } from '../../src/model/log-record.ts';
import type { InputIndex } from '../../src/model/units.ts';
import { folderFiles } from '../../src/source/folder-files.ts';

const [, , mode = 'all', folder = '.'] = process.argv;
const isNarrow = mode === 'narrow';
const isWanted = ({ process: name, subsystem }: Pick<Origin, 'process' | 'subsystem'>): boolean =>
  !isNarrow || name === 'nesessionmanager' || subsystem === 'com.apple.networkextension';
const origins = new OriginTable((origin) => (isWanted(origin) ? 'all' : 'none'), isWanted);
const reader = new ArchiveReader(
  { name: folder, files: folderFiles(folder), isSeekable: false, close() {} },
  { origins, index: 0 as InputIndex },
);
let handed = 0;
for (let batch = await reader.next(); batch !== undefined; batch = await reader.next()) handed += batch.length;
const { archive, records } = reader.summary();
process.stdout.write(`${JSON.stringify({ records, handed, archive })}\n`);
