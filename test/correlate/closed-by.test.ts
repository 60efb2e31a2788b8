import { describe, expect, it } from 'vitest';
import type { Report } from '../../src/model/report.ts';
import { analyzeText } from '../../src/testing/analyze-text.ts';
import { VARIANTS } from '../../src/testing/variants.ts';
import { LABELLED_FLOWS, logOf, stripped } from '../support/labelled-flows.ts';

/** `who/reason/code` of the flow that is not the other app's. */
function verdict({ flows }: Report): string | undefined {
  const [flow, second] = flows.filter(({ hash }) => hash !== 900);
  expect(second).toBeUndefined();
  return flow === undefined ? undefined : `${flow.closedBy?.who}/${flow.closedBy?.reason}/${flow.code}`;
}

describe('who closed a flow', () => {
  it.each(LABELLED_FLOWS)('$name', async (labelled) => {
    const log = logOf(labelled);

    const seen = await Promise.all(VARIANTS.map(async ({ of }) => verdict(await report(await of(log)))));
    const seenStripped = await Promise.all(
      VARIANTS.map(async ({ of }) => verdict(await report(await of(stripped(log))))),
    );

    expect(seen).toEqual(VARIANTS.map(() => labelled.withInfo));
    expect(seenStripped).toEqual(VARIANTS.map(() => labelled.stripped));
  });
});

function report({ bytes, chunk }: Awaited<ReturnType<(typeof VARIANTS)[number]['of']>>): Promise<Report> {
  return analyzeText(bytes, { detectors: [], ...(chunk === undefined ? {} : { chunk }) });
}
