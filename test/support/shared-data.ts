import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** Real and synthetic data that is not part of the project; tests that need it skip where it is not there. */
const FOLDER = process.env.NECROPSY_SHARED_DATA ?? join(import.meta.dirname, '../../../shared/data');

export function sharedData(...path: readonly string[]): string | undefined {
  const found = join(FOLDER, ...path);
  return existsSync(found) ? found : undefined;
}
