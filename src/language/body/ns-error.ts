import type { BodyField, NsError } from '../../model/bodies.ts';
import { redaction } from '../catalog/values.ts';
import { MAX_DEPTH } from './body-parser.ts';
import { closeFields, openFields } from './fields.ts';
import { valueParser } from './value-parser.ts';

const ERROR_START = 'Error Domain=';
const NO_ERROR: NsError = { domain: undefined, code: undefined, text: undefined, underlying: [] };

/** An NSError as it describes itself; other text is its text. `(null)` and `nil` are no error at all. */
export function readNsError(text: string, isCut: boolean, depth = 0): NsError {
  const trimmed = text.trim();
  if (trimmed === '(null)' || trimmed === 'nil') return NO_ERROR;
  const { value, isCut: isErrorCut } = valueParser().readError(trimmed, isCut);
  if (value === undefined) {
    const plain = { ...NO_ERROR, text: trimmed === '' ? undefined : (redaction(trimmed) ?? trimmed) };
    return isCut || trimmed === '' ? { ...plain, incomplete: true } : plain;
  }
  const error = withQuotedErrors(value, depth);
  return isErrorCut ? { ...error, incomplete: true } : error;
}

/** Errors in a list print as texts in quotes (`NSMultipleUnderlyingErrorsKey`): they are underlying errors too. */
function withQuotedErrors(error: NsError, depth: number): NsError {
  const underlying = error.underlying.map((inner) => withQuotedErrors(inner, depth));
  if (error.userInfo === undefined || depth >= MAX_DEPTH) return { ...error, underlying };
  const userInfo = openFields();
  for (const [name, value] of Object.entries(error.userInfo)) {
    const texts = errorTexts(value);
    if (texts.length === 0) userInfo[name] = value;
    else underlying.push(...texts.map((quoted) => readNsError(quoted, false, depth + 1)));
  }
  return { ...error, userInfo: closeFields(userInfo, false), underlying };
}

function errorTexts(value: BodyField): string[] {
  const values: readonly unknown[] = Array.isArray(value) ? value : [value];
  return values.filter((item): item is string => typeof item === 'string' && item.startsWith(ERROR_START));
}
