import type { ILexingError, IRecognitionException, IToken } from 'chevrotain';
import type { Place } from '../model/catalog.ts';
import type { Diagnostic, DiagnosticCode } from './diagnostic.ts';

/** A text being read, with its name and the problems found so far. */
export interface SourceText {
  readonly file: string;
  readonly text: string;
  readonly lines: readonly string[];
  readonly problems: Diagnostic[];
  /**
   * Of a predicate: the fields of events that it may name beside those that every record has. Left out, where the catalog is
   * not at hand, no name is refused.
   */
  readonly knows?: KnownFields | undefined;
}

export interface KnownFields {
  /** What is asked is no record: these are all the fields there are. */
  readonly isAlone?: true;
  has(name: string): boolean;
  names(): Iterable<string>;
}

export function sourceText(file: string, text: string): SourceText {
  return { file, text, lines: text.split(/\r\n|\n|\r/), problems: [] };
}

/** Where a token starts; the end of the text for the end-of-file token and for tokens made up by recovery. */
export function placeOf(source: SourceText, token: IToken, within = 0): Place {
  const { startLine, startColumn } = token;
  if (startLine === undefined || startColumn === undefined || Number.isNaN(startLine) || Number.isNaN(startColumn)) {
    return endOf(source);
  }
  return { file: source.file, line: startLine, column: startColumn + within };
}

function endOf(source: SourceText): Place {
  const lastWritten = source.lines.findLastIndex((line) => line.trim() !== '');
  const line = Math.max(lastWritten, 0);
  return { file: source.file, line: line + 1, column: (source.lines[line]?.trimEnd().length ?? 0) + 1 };
}

export interface Complaint {
  readonly code: DiagnosticCode;
  readonly message: string;
  readonly help?: string | undefined;
  readonly severity?: Diagnostic['severity'];
}

export function diagnosticAt(lines: readonly string[], place: Place, complaint: Complaint): Diagnostic {
  return {
    code: complaint.code,
    severity: complaint.severity ?? 'error',
    place,
    message: complaint.message,
    sourceLine: lines[place.line - 1] ?? '',
    caret: place.column - 1,
    ...(complaint.help === undefined ? {} : { help: complaint.help }),
  };
}

export function complain(source: SourceText, at: IToken | Place, message: string, help?: string): void {
  const place = 'file' in at ? at : placeOf(source, at);
  source.problems.push(diagnosticAt(source.lines, place, { code: 'syntax', message, help }));
}

/** Problems in the order of the text. */
export function inTextOrder(problems: readonly Diagnostic[]): Diagnostic[] {
  return problems.toSorted((a, b) => a.place.line - b.place.line || a.place.column - b.place.column);
}

/** An error of a parser in our words. */
export interface Description {
  readonly message: string;
  readonly help?: string | undefined;
}

/** Turns what the lexer skipped and what the parser could not fit into problems. */
export function complainOfSyntax(
  source: SourceText,
  tokens: readonly IToken[],
  lexing: readonly ILexingError[],
  parsing: readonly IRecognitionException[],
  describe: (error: IRecognitionException) => Description,
): void {
  for (const error of lexing) {
    const place = { file: source.file, line: error.line ?? 1, column: error.column ?? 1 };
    const skipped = source.text.slice(error.offset, error.offset + error.length);
    complain(source, place, `unexpected ${JSON.stringify(skipped)}`);
  }
  for (const token of tokens) {
    if (token.tokenType.name === 'UnterminatedString') {
      complain(
        source,
        token,
        'this string has no end',
        'a string ends on the line where it starts; close it with a quote',
      );
    }
  }
  for (const error of parsing) {
    const { message, help } = describe(error);
    complain(source, error.token, message, help);
  }
}
