import { parseCatalog } from '../../src/language/catalog/parse-catalog.ts';
import type { LogRecord } from '../../src/model/log-record.ts';
import { createRecognizer } from '../../src/recognize/recognizer.ts';
import { grammarFiles } from '../language/grammar-files.ts';
import { type EncodedStyle, encodeAs } from '../support/encode-styles.ts';
import { readRecords } from '../support/read-records.ts';

const catalog = parseCatalog(grammarFiles()).value;

export interface Recognised {
  readonly event: string | undefined;
  readonly fields: Readonly<Record<string, unknown>>;
  readonly record: LogRecord;
}

/** Writes the records in a style, reads them back and says which events they are: the same way a capture goes. */
export async function recognizeAs(style: EncodedStyle, records: readonly LogRecord[]): Promise<Recognised[]> {
  return recognizeText(encodeAs(style, records));
}

/** The same for a text as it is. */
export async function recognizeText(text: string): Promise<Recognised[]> {
  const recognizer = createRecognizer({ catalog, onProvider: () => undefined });
  await recognizer.loadBodies();
  const { records: decoded } = await readRecords(text);
  return decoded.map((record) => {
    const event = recognizer.recognize(record);
    return { event: event?.name, fields: event?.fields ?? {}, record };
  });
}
