import type { Place, Template } from '../../model/catalog.ts';
import type { Diagnostic } from '../diagnostic.ts';
import { type Complaint, diagnosticAt } from '../source-text.ts';
import { readString } from '../string-literal.ts';
import type { ParsedCatalog } from './parse-catalog.ts';

/** Collects what a check finds, and knows where things stand in the files. */
export interface Reporter {
  readonly diagnostics: readonly Diagnostic[];
  /** False for what stands in the catalog being extended: that was checked when it was made. */
  isOwn(place: Place): boolean;
  report(place: Place, complaint: Complaint): void;
  /** Points at `at` in a sample's text. */
  reportInSample(sample: { readonly text: string; readonly place: Place }, at: number, complaint: Complaint): void;
  /** Where `part` stands in a template; `otherwise` where that is not known. */
  placeIn(template: Template, part: string, otherwise: Place): Place;
  /** Where the first of `words` stands from a place on, for what the catalog keeps no place of. */
  placeAfter(place: Place, words: RegExp): Place;
}

/** How far below its header a clause is looked for. */
const CLAUSE_LINES = 40;

export function createReporter({ sources, templates }: Pick<ParsedCatalog, 'sources' | 'templates'>): Reporter {
  const diagnostics: Diagnostic[] = [];
  const linesOf = (place: Place): readonly string[] => sources.get(place.file) ?? [];
  const report = (place: Place, complaint: Complaint): void => {
    diagnostics.push(diagnosticAt(linesOf(place), place, complaint));
  };
  return {
    diagnostics,
    isOwn: (place) => sources.has(place.file),
    report,
    reportInSample(sample, at, complaint) {
      const { place, text } = sample;
      const line = linesOf(place)[place.line - 1] ?? '';
      const quote = line.indexOf('"', place.column - 1);
      if (quote >= 0 && !line.startsWith('"""', quote) && !text.includes('\n')) {
        const column = quote + readString(line.slice(quote)).offsetOf(at);
        diagnostics.push({ ...diagnosticAt([line], { ...place, line: 1, column: column + 1 }, complaint), place });
        return;
      }
      const lineStart = text.lastIndexOf('\n', at - 1) + 1;
      const lineEnd = text.indexOf('\n', at);
      const sourceLine = text.slice(lineStart, lineEnd < 0 ? text.length : lineEnd);
      diagnostics.push({ ...diagnosticAt([], place, complaint), sourceLine, caret: at - lineStart });
    },
    placeIn(template, part, otherwise) {
      const placeAt = templates.get(template);
      const index = template.source.indexOf(part);
      return placeAt === undefined ? otherwise : placeAt(Math.max(index, 0));
    },
    placeAfter(place, words) {
      const lines = linesOf(place);
      for (let line = place.line; line < Math.min(lines.length, place.line + CLAUSE_LINES) + 1; line++) {
        const found = words.exec(lines[line - 1] ?? '');
        if (found !== null) return { file: place.file, line, column: found.index + 1 };
      }
      return place;
    },
  };
}
