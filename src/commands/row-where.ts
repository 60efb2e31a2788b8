import { UserError } from '../lib/errors.ts';

/** The fields of a list's rows, by name. */
export type RowFields<Row> = Readonly<Record<string, (row: Row) => unknown>>;

/** Compiles `--where` over a list's own fields. Throws `UserError` (exit code 2) with caret and nearest name. */
export async function compileRowWhere<Row>(text: string, fields: RowFields<Row>): Promise<(row: Row) => boolean> {
  const [{ parsePredicate }, { compilePredicate }, { canonicalField }, { linearPattern }, { renderDiagnostic }] =
    await Promise.all([
      import('../language/predicate/parse-predicate.ts'),
      import('../language/predicate/compile.ts'),
      import('../language/predicate/fields.ts'),
      import('../language/predicate/linear-pattern.ts'),
      import('../language/diagnostic.ts'),
    ]);
  const readers = new Map(Object.entries(fields).map(([name, read]) => [canonicalField(name), read]));
  const { value, problems } = parsePredicate(text, '--where', {
    isAlone: true,
    has: (name) => readers.has(canonicalField(name)),
    names: () => Object.keys(fields),
  });
  if (value !== undefined) return compilePredicate(value, (name) => readers.get(name) ?? nothing, linearPattern);
  const detail = problems.flatMap((problem) => renderDiagnostic(problem).split('\n'));
  throw new UserError('this --where cannot be read', { exitCode: 2, detail });
}

function nothing(): undefined {
  return undefined;
}
