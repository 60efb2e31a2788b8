import { createHash } from 'node:crypto';
import { createReadStream, statSync } from 'node:fs';

/** Size and SHA-256 of a file, as `shasum -a 256` prints it; undefined for folders, pipes and what cannot be read. */
export async function digestOf(path: string): Promise<{ readonly bytes: number; readonly sha256: string } | undefined> {
  try {
    const stat = statSync(path);
    if (!stat.isFile()) return undefined;
    const hash = createHash('sha256');
    for await (const piece of createReadStream(path)) hash.update(piece);
    return { bytes: stat.size, sha256: hash.digest('hex') };
  } catch {
    // Whoever reads it as an input says why it cannot be read.
    return undefined;
  }
}
