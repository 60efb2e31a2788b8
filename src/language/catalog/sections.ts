import type { Place } from '../../model/catalog.ts';
import { complain, diagnosticAt } from '../source-text.ts';
import { orList } from '../words.ts';
import type { Clause, Statement } from './ast.ts';
import { article, CLAUSES, type HeaderKind, REPEATABLE } from './clauses.ts';
import type { CatalogSource } from './to-ast.ts';

/** A header with what stands under it, out of one or several files. */
export interface Section {
  readonly header: HeaderKind;
  readonly name: string;
  readonly place: Place;
  readonly source: CatalogSource;
  readonly clauses: Clause[];
  /** Messages of a family, words of a vocabulary. */
  readonly sections: Section[];
}

export type Definition = Extract<Statement, { kind: 'type' | 'identity' }>;

/** Headers that belong under another one. */
const PARENTS: Partial<Record<HeaderKind, HeaderKind>> = { message: 'family', word: 'vocabulary' };

export interface Outline {
  readonly sections: readonly Section[];
  readonly definitions: readonly { readonly definition: Definition; readonly source: CatalogSource }[];
}

/** Puts every clause under its header; a family (vocabulary) that comes again goes on where it was left. */
export function outline(
  files: readonly { readonly statements: readonly Statement[]; readonly source: CatalogSource }[],
): Outline {
  const sections: Section[] = [];
  const definitions: { definition: Definition; source: CatalogSource }[] = [];
  for (const { statements, source } of files) {
    let above: Section | undefined;
    let open: Section | undefined;
    for (const statement of statements) {
      if (statement.kind === 'type' || statement.kind === 'identity') {
        definitions.push({ definition: statement, source });
        open = undefined;
      } else if (statement.kind !== 'header') {
        addClause(open, statement, source);
      } else if (PARENTS[statement.header] === undefined) {
        above = openTop(sections, statement, source);
        open = above;
      } else {
        open = openInner(above, statement, source);
      }
    }
  }
  return { sections, definitions };
}

type Header = Extract<Statement, { kind: 'header' }>;

function openTop(sections: Section[], statement: Header, source: CatalogSource): Section {
  const known = sections.find(({ header, name }) => header === statement.header && name === statement.name);
  if (known !== undefined && statement.header !== 'rule') return { ...known, source };
  const section = newSection(statement, source);
  if (known !== undefined) duplicate(source, statement.place, `rule ${section.name}`, known.place);
  else sections.push(section);
  return section;
}

function openInner(above: Section | undefined, statement: Header, source: CatalogSource): Section {
  const section = newSection(statement, source);
  const parentKind = PARENTS[statement.header];
  if (above === undefined || above.header !== parentKind) {
    const message = `a ${statement.header} belongs to a ${parentKind}, and none stands above it`;
    if (statement.name !== undefined) complain(source, statement.place, message);
    return section;
  }
  const known = above.sections.find(({ name }) => name === section.name);
  if (known !== undefined)
    duplicate(source, section.place, `${section.header} ${above.name}/${section.name}`, known.place);
  else if (statement.name !== undefined) above.sections.push(section);
  return section;
}

function newSection(statement: Header, source: CatalogSource): Section {
  const { header, name = '', place } = statement;
  return { header, name, place, source, clauses: [], sections: [] };
}

function addClause(section: Section | undefined, clause: Clause, source: CatalogSource): void {
  if (section === undefined) {
    const help = `it belongs under ${headersWith(clause.clause)}`;
    complain(source, clause.place, `'${clause.clause}' stands under no header`, help);
    return;
  }
  const allowed: readonly string[] = CLAUSES[section.header];
  if (!allowed.includes(clause.clause)) {
    const list = orList(allowed.map((word) => `'${word}'`));
    complain(
      source,
      clause.place,
      `expected ${list} in ${article(section.header)}, found '${clause.clause}'`,
      `'${clause.clause}' belongs under ${headersWith(clause.clause)}`,
    );
    return;
  }
  const known = section.clauses.find((other) => other.clause === clause.clause);
  if (known !== undefined && !REPEATABLE.has(clause.clause)) {
    duplicate(source, clause.place, `'${clause.clause}' of ${section.header} ${section.name}`, known.place);
    return;
  }
  section.clauses.push(clause);
}

export function duplicate(source: CatalogSource, place: Place, what: string, first: Place): void {
  const message = `${what} is given twice`;
  const help = `first given in ${first.file}:${first.line}`;
  source.problems.push(diagnosticAt(source.lines, place, { code: 'duplicate-name', message, help }));
}

function headersWith(clause: string): string {
  const headers = Object.entries(CLAUSES).filter(([, clauses]) => clauses.some((name) => name === clause));
  return orList(headers.map(([header]) => article(header)));
}
