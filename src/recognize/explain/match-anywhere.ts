import { compileText, createTypeTable, type ReadBody, type TypeTable } from '../../language/catalog/template.ts';
import type { Catalog } from '../../model/catalog.ts';

export interface BareMatch {
  readonly event: string;
  readonly fields: Readonly<Record<string, unknown>>;
}

/** More than this and the text says too little. */
const MOST = 5;

/**
 * The messages that a text without its process may be. A wording that is mostly holes would match anything, so what has more
 * literal text comes first, and a wording of less than three letters is no match.
 */
export function matchAnywhere(text: string, catalog: Catalog, readBody: ReadBody): BareMatch[] {
  const types = createTypeTable(catalog, readBody);
  const hits = catalog.families.flatMap((family) => {
    // Inside a family the first message that matches is the one, as in a run.
    for (const message of family.messages) {
      const hit = firstHit(text, family.head, message.texts, types);
      if (hit !== undefined) return [{ event: `${family.name}/${message.name}`, ...hit }];
    }
    return [];
  });
  return hits
    .filter(({ literal }) => literal >= 3)
    .sort((a, b) => b.literal - a.literal || (a.event < b.event ? -1 : 1))
    .slice(0, MOST)
    .map(({ event, fields }) => ({ event, fields }));
}

type Template = Parameters<typeof compileText>[1];

function firstHit(
  text: string,
  head: Template | undefined,
  texts: readonly Template[],
  types: TypeTable,
): { literal: number; fields: Record<string, unknown> } | undefined {
  for (const template of texts) {
    // Lines are often pasted without what stands before the message.
    for (const start of head === undefined ? [undefined] : [head, undefined]) {
      const fields = compileText(start, template, types).match(text);
      if (fields !== undefined) return { literal: literalLength(template) + (start === undefined ? 0 : 2), fields };
    }
  }
  return undefined;
}

function literalLength({ parts }: Template): number {
  return parts.reduce((sum, part) => sum + (typeof part === 'string' ? part.replaceAll(/\W/g, '').length : 0), 0);
}
