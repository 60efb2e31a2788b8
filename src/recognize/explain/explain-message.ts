import { parseCatalog } from '../../language/catalog/parse-catalog.ts';
import { printPredicate } from '../../language/predicate/print.ts';
import type { Catalog, FamilySpec, MessageSpec, Template } from '../../model/catalog.ts';
import type { FieldExplanation, MessageExplanation } from '../../model/explanation.ts';

export interface ExplainContext {
  readonly catalog: Catalog;
  /** Text of a grammar file by the name that a `Place` gives it; the shipped catalog has no prose of its own. */
  readonly readGrammar: (file: string) => string | undefined;
  /** Ids of the detectors that read an event. */
  readonly readBy: (event: string) => readonly string[];
}

/** Everything that is known of a message. Reads the one grammar file that it stands in. */
export function explainMessage(event: string, context: ExplainContext): MessageExplanation | undefined {
  const { catalog } = context;
  const found = find(event, catalog);
  if (found === undefined) return undefined;
  const { family } = found;
  const message = withProse(found.family, found.message, context);
  return {
    event,
    familyTitle: family.title,
    printedBy: printPredicate(family.where),
    head: family.head?.source,
    message,
    fields: fieldsOf([...(family.head === undefined ? [] : [family.head]), ...message.texts], catalog),
    next: message.next.map((name) => {
      const next = find(name, catalog);
      return {
        event: name,
        means: next === undefined ? undefined : withProse(next.family, next.message, context).means,
      };
    }),
    readBy: context.readBy(event),
    see: message.see.length > 0 ? message.see : family.see,
  };
}

function find(event: string, catalog: Catalog): { family: FamilySpec; message: MessageSpec } | undefined {
  const slash = event.indexOf('/');
  const family = catalog.families.find(({ name }) => name === event.slice(0, slash));
  const message = family?.messages.find(({ name }) => name === event.slice(slash + 1));
  return family === undefined || message === undefined ? undefined : { family, message };
}

/** The message as its grammar file has it; as it is where the file is not there. */
function withProse(family: FamilySpec, message: MessageSpec, { readGrammar }: ExplainContext): MessageSpec {
  if (message.samples.length > 0) return message;
  const text = readGrammar(message.place.file);
  if (text === undefined) return message;
  const { value } = parseCatalog([{ name: message.place.file, text }]);
  const written = value.families.find(({ name }) => name === family.name);
  return written?.messages.find(({ name }) => name === message.name) ?? message;
}

function fieldsOf(templates: readonly Template[], catalog: Catalog): FieldExplanation[] {
  const fields = new Map<string, FieldExplanation>();
  for (const { parts } of templates) {
    for (const part of parts) {
      if (typeof part === 'string' || fields.has(part.name)) continue;
      const words = catalog.types.find(({ name }) => name === part.type)?.values;
      const codes = catalog.codes.some(({ name }) => name === part.type) ? part.type : undefined;
      fields.set(part.name, {
        name: part.name,
        type: part.type,
        ...(words === undefined ? {} : { words }),
        ...(codes === undefined ? {} : { codes }),
      });
    }
  }
  return [...fields.values()];
}
