import { buffer } from 'node:stream/consumers';
import { ZipFile } from 'yazl';
import type { BundleFile } from './bundle.ts';

const FILE_OF_EVERYBODY = 0o100644;

/** The files in one archive, in their order; what is packed already is stored. The same files give the same bytes everywhere. */
export async function zipOf(files: readonly Pick<BundleFile, 'name' | 'bytes'>[]): Promise<Uint8Array> {
  const zip = new ZipFile();
  // An archive keeps the clock of whoever made it: the first hour that it can tell, read on that clock, is the same anywhere.
  const mtime = new Date(1980, 0, 1);
  for (const { name, bytes } of files) {
    const content = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    zip.addBuffer(content, name, {
      mtime,
      // Without it an instant would stand beside the clock, which is another one in every zone.
      forceDosTimestamp: true,
      mode: FILE_OF_EVERYBODY,
      compressionLevel: name.endsWith('.gz') ? 0 : 9,
    });
  }
  zip.end();
  return buffer(zip.outputStream);
}
