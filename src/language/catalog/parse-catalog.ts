import type { Catalog, Template } from '../../model/catalog.ts';
import type { Parsed } from '../diagnostic.ts';
import { complainOfSyntax, inTextOrder, sourceText } from '../source-text.ts';
import type { Statement } from './ast.ts';
import { buildCatalog } from './build.ts';
import { describe } from './messages.ts';
import { catalogParser } from './parser.ts';
import { outline } from './sections.ts';
import { type CatalogSource, CatalogVisitor, type TemplatePlace } from './to-ast.ts';
import { catalogLexer } from './tokens.ts';

export interface CatalogFile {
  /** As shown in diagnostics. */
  readonly name: string;
  readonly text: string;
}

/** A catalog with what a check needs to point into its files. */
export interface ParsedCatalog extends Parsed<Catalog> {
  readonly sources: ReadonlyMap<string, readonly string[]>;
  readonly templates: ReadonlyMap<Template, TemplatePlace>;
}

const visitor = new CatalogVisitor();

/**
 * Reads grammar files as one catalog, on top of `base` where they extend one. What cannot be read is left out and reported;
 * `problems` are those of syntax and structure, `checkCatalog` finds those of meaning.
 */
export function parseCatalog(files: readonly CatalogFile[], base?: Catalog): ParsedCatalog {
  const read = files.map(({ name, text }) => {
    const source: CatalogSource = { ...sourceText(name, text), templates: new Map() };
    return { source, statements: readStatements(source) };
  });
  const value = buildCatalog(outline(read), base);
  return {
    value,
    problems: read.flatMap(({ source }) => inTextOrder(source.problems)),
    sources: new Map(read.map(({ source }) => [source.file, source.lines])),
    templates: new Map(read.flatMap(({ source }) => [...source.templates])),
  };
}

function readStatements(source: CatalogSource): Statement[] {
  const { tokens, errors } = catalogLexer.tokenize(source.text);
  catalogParser.input = tokens;
  const cst = catalogParser.catalogFile();
  complainOfSyntax(source, tokens, errors, catalogParser.errors, (error) => describe(error, tokens));
  return visitor.catalogFile(cst.children, source);
}
