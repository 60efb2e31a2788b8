import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { readCapture } from '../../src/capture.ts';
import type { LogRecord } from '../../src/model/log-record.ts';
import { BUILT_IN_CATALOG } from '../../src/recognize/catalog.generated.ts';
import { HAS_REFERENCE } from './reference-files.ts';

const FOLDER = fileURLToPath(new URL('../../../shared/cases/logs/', import.meta.url));
/** Inputs that no decoder reads yet. */
const UNREAD = /\.(?:ips|json|md)$|^(?:openvpnadapter-200|radiance-595)/;

/** The lines that have to be understood: whose they are, by the record alone. */
const AREAS: Readonly<Record<string, (record: LogRecord) => boolean>> = {
  nesessionmanager: ({ origin }) => origin.process === 'nesessionmanager' && origin.sender === 'nesessionmanager',
  'framework lines of providers': ({ origin }) =>
    /extension|proxy|tunnel|filter/i.test(origin.process) && /^(?:lib)?networkextension/i.test(origin.sender),
  flow_divert: ({ origin, message }) => origin.process === 'kernel' && /^\(\d+\): /.test(message),
  powerd: ({ origin }) => origin.process === 'powerd',
};

describe.skipIf(!HAS_REFERENCE)('the cases are understood', () => {
  test.each(Object.entries(AREAS))('%s', async (_, isOf) => {
    const logs = readdirSync(FOLDER).filter((name) => !UNREAD.test(name));
    const unknown: string[] = [];
    let seen = 0;
    for (const name of logs) {
      const capture = await readCapture([join(FOLDER, name)], { catalog: BUILT_IN_CATALOG, readsAll: true });
      for await (const batch of capture.records()) {
        for (const { record, event } of batch) {
          if (!isOf(record)) continue;
          seen += 1;
          if (event === undefined || event.name.endsWith('/other')) unknown.push(`${name}: ${record.message}`);
        }
      }
    }

    expect(seen).toBeGreaterThan(20);
    expect(unknown.length / seen, unknown.join('\n')).toBeLessThanOrEqual(0.05);
  });
});
