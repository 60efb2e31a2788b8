import { UserError } from '../lib/errors.ts';
import type { Catalog } from '../model/catalog.ts';
import type { Subject, WhereContext } from '../recognize/where.ts';

/** Compiles `--where`. Throws `UserError` (exit code 2) with caret, nearest name and what is supported. */
export async function compileWhere(
  text: string,
  catalog: Catalog,
  context: WhereContext,
): Promise<(subject: Subject) => boolean> {
  const [
    { parsePredicate },
    { compilePredicate },
    { linearPattern },
    { knownFields, readSubjectField, unanswerable },
    { renderDiagnostic },
  ] = await Promise.all([
    import('../language/predicate/parse-predicate.ts'),
    import('../language/predicate/compile.ts'),
    import('../language/predicate/linear-pattern.ts'),
    import('../recognize/where.ts'),
    import('../language/diagnostic.ts'),
  ]);
  const { value, problems } = parsePredicate(text, '--where', knownFields(catalog));
  const unanswered = value === undefined ? undefined : unanswerable(value);
  if (unanswered !== undefined)
    throw new UserError(`--where asks for ${unanswered}, which is not read from captures`, { exitCode: 2 });
  if (value !== undefined) return compilePredicate(value, readSubjectField(context), linearPattern);
  const detail = problems.flatMap((problem) => renderDiagnostic(problem).split('\n'));
  throw new UserError('this --where cannot be read', { exitCode: 2, detail });
}
