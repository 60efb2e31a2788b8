import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import schema from '../../src/model/report.schema.json' with { type: 'json' };
import { renderNdjson } from '../../src/render/ndjson.ts';
import * as reports from './sample-reports.ts';

const ajv = new Ajv2020({ allErrors: true });
ajv.addSchema(schema);
const validate = ajv.compile({ $ref: `${schema.$id}#/$defs/finding` });

describe('renderNdjson', () => {
  it.each(Object.entries(reports))(
    'has a line per finding of %s, and each fits the schema of findings',
    (_name, report) => {
      const lines = renderNdjson(report)
        .split('\n')
        .slice(0, -1)
        .map((line) => JSON.parse(line));

      expect(lines.map(({ schemaVersion: _, index: __, ...finding }) => finding)).toEqual(report.findings);
      expect(lines.map(({ index }) => index)).toEqual(report.findings.map((_finding, index) => index + 1));
      expect(lines.filter((line) => !validate(line))).toEqual([]);
    },
  );
});
