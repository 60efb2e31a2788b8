import { readBody } from '../../language/body/read-body.ts';
import type { LineExplanation } from '../../model/explanation.ts';
import type { LogRecord } from '../../model/log-record.ts';
import type { LooseEvent } from '../../model/typed-event.ts';
import { explainValues } from './decode-values.ts';
import { type ExplainContext, explainMessage } from './explain-message.ts';
import { matchAnywhere } from './match-anywhere.ts';

/** What a decoded line says; without an event, what its text may be wherever it came from. */
export function explainRecord(
  record: LogRecord,
  event: LooseEvent | undefined,
  context: ExplainContext,
): LineExplanation {
  if (event === undefined) return { ...explainText(record.message, context), process: record.origin.process };
  const events = explained([{ event: event.name, fields: event.fields }], context);
  return { process: record.origin.process, text: record.message, events };
}

/** What a text without time and process may say. */
export function explainText(text: string, context: ExplainContext): LineExplanation {
  return { process: undefined, text, events: explained(matchAnywhere(text, context.catalog, readBody), context) };
}

type Match = ReturnType<typeof matchAnywhere>[number];

function explained(matches: readonly Match[], context: ExplainContext): LineExplanation['events'] {
  return matches.flatMap(({ event, fields }) => {
    const explanation = explainMessage(event, context);
    if (explanation === undefined) return [];
    return [{ ...explanation, values: explainValues(explanation, fields, context.catalog) }];
  });
}

/** The first error that a text holds (`Error Domain=NEAgentErrorDomain Code=2 …`), named where its code is known. */
export function errorIn(text: string): { readonly domain: string; readonly code: number } | undefined {
  const at = text.indexOf('Error Domain=');
  if (at < 0) return undefined;
  const error = readBody('ns-error', text.slice(at));
  if (typeof error !== 'object' || error === null || !('domain' in error) || !('code' in error)) return undefined;
  const { domain, code } = error;
  return typeof domain === 'string' && typeof code === 'number' ? { domain, code } : undefined;
}
