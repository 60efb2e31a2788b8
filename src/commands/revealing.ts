import { addToMap, type Revealed } from '../redact/key-store.ts';
import type { Kind } from '../redact/kinds.ts';
import type { Redactor } from '../redact/redactor.ts';

/** Beyond these the map beside the key is not complete; the tokens are right nevertheless. */
const MOST = 200_000;

/** What `redact reveal` will need: kept beside a key that is kept. */
export function createRevealing(redactor: Redactor, keyFile: string | undefined): { save(): void } {
  const entries = new Map<string, Revealed>();
  if (keyFile !== undefined)
    redactor.notice((kind: Kind, value, token) => {
      if (entries.size < MOST && !entries.has(token)) entries.set(token, { token, kind, value });
    });
  return {
    save() {
      if (keyFile !== undefined) addToMap(keyFile, [...entries.values()]);
    },
  };
}
