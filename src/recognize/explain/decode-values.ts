import type { Catalog, CodeSpec } from '../../model/catalog.ts';
import type { MessageExplanation, ValueExplanation } from '../../model/explanation.ts';

/** The code of a table, its name without regard to case. */
export function findCode(catalog: Catalog, table: string, value: number): CodeSpec | undefined {
  const wanted = table.toLowerCase();
  return catalog.codes.find(({ name }) => name.toLowerCase() === wanted)?.codes.find((code) => code.value === value);
}

/** Values of an event, each with what its number means where that is known. */
export function explainValues(
  { fields }: Pick<MessageExplanation, 'fields'>,
  values: Readonly<Record<string, unknown>>,
  catalog: Catalog,
): ValueExplanation[] {
  return Object.entries(values).flatMap(([name, value]) => {
    if (value === undefined) return [];
    const type = fields.find((field) => field.name === name)?.type ?? '';
    return flatten(name, value).map(({ path, text, raw }) => ({
      name: path,
      value: text,
      decoded: decoded(path === name ? type : '', raw, catalog),
    }));
  });
}

function decoded(type: string, value: unknown, catalog: Catalog): string | undefined {
  if (typeof value === 'number') return worded(findCode(catalog, type, value));
  if (typeof value === 'object' && value !== null && 'domain' in value && 'code' in value) {
    const { domain, code } = value;
    if (typeof domain === 'string' && typeof code === 'number') return worded(findCode(catalog, domain, code));
  }
  return undefined;
}

function worded(code: CodeSpec | undefined): string | undefined {
  if (code === undefined) return undefined;
  return code.means === undefined ? code.name : `${code.name}: ${code.means}`;
}

interface Leaf {
  readonly path: string;
  readonly text: string;
  readonly raw: unknown;
}

/** The values inside a composite one by their paths; an error stands as a whole too, so that its code can be named. */
function flatten(path: string, raw: unknown): Leaf[] {
  if (typeof raw !== 'object' || raw === null) return [{ path, text: String(raw), raw }];
  if ('redacted' in raw) return [{ path, text: String(raw.redacted), raw }];
  const isError = 'domain' in raw && 'code' in raw && typeof raw.domain === 'string';
  const own = isError ? [{ path, text: `${String(raw.domain)} ${String(raw.code)}`, raw }] : [];
  const inner = Object.entries(raw).filter(
    ([key, value]) => value !== undefined && !(isError && (key === 'domain' || key === 'code')),
  );
  return [...own, ...inner.flatMap(([key, value]) => flatten(`${path}.${key}`, value))];
}
