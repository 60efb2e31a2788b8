import type { ReadBody } from '../language/catalog/template.ts';

/** What reads structured bodies: a parser that takes longer to load than most captures to read, so it is loaded when needed. */
export interface Bodies {
  readonly read: ReadBody;
  readonly load: () => Promise<void>;
  /** A body was met and could not be read. */
  isLacking: boolean;
}

export function createBodies(): Bodies {
  let readBody: ReadBody | undefined;
  const bodies: Bodies = {
    isLacking: false,
    read(kind, text) {
      if (readBody !== undefined) return readBody(kind, text);
      bodies.isLacking = true;
      return text;
    },
    async load() {
      ({ readBody } = await import('../language/body/read-body.ts'));
    },
  };
  return bodies;
}
