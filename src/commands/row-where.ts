import { UserError } from '../lib/errors.ts';

/** The fields of a list's rows, by name. */
export type RowFields<Row> = Readonly<Record<string, (row: Row) => unknown>>;

/** Compiles `--where` over a list's own fields. Throws `UserError` (exit code 2) with caret and nearest name. */
export async function compileRowWhere<Row>(text: string, fields: RowFields<Row>): Promise<(row: Row) => boolean> {
  const [{ parsePredicate }, { compilePredicate }, { linearPattern }, { renderDiagnostic }] = await Promise.all([
    import('../language/predicate/parse-predicate.ts'),
    import('../language/predicate/compile.ts'),
    import('../language/predicate/linear-pattern.ts'),
    import('../language/diagnostic.ts'),
  ]);
  const names = new Set(Object.keys(fields));
  const { value, problems } = parsePredicate(text, '--where', { has: (name) => names.has(name), names: () => names });
  if (value !== undefined) return compilePredicate(value, (name) => (row: Row) => fields[name]?.(row), linearPattern);
  const detail = problems.flatMap((problem) => renderDiagnostic(problem).split('\n'));
  throw new UserError('this --where cannot be read', { exitCode: 2, detail });
}
