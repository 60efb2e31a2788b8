import { describe, expect, it } from 'vitest';
import { renderJson } from '../../src/render/json.ts';
import { crowded, selfLoop } from './sample-reports.ts';

describe('renderJson', () => {
  it('is the report', () => {
    expect(JSON.parse(renderJson(crowded))).toEqual(crowded);
  });

  it('is indented by two blanks and ends with one newline', () => {
    expect(renderJson(selfLoop)).toMatch(
      /^\{\n {2}"schemaVersion": 1,\n {2}"tool": \{\n {4}"name": "necropsy",[\s\S]*\n\}\n$/,
    );
  });

  it('escapes what a terminal would act on, and parses back to it', () => {
    const text = '\x1b[2J\u009b31m\x7f\u202e\u2028';

    const json = renderJson({ ...selfLoop, verdict: { ...selfLoop.verdict, text } });

    expect(json).toContain('"text": "\\u001b[2J\\u009b31m\\u007f\\u202e\\u2028"');
    expect(JSON.parse(json).verdict.text).toBe(text);
  });
});
