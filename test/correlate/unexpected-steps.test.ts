import { describe, expect, it } from 'vitest';
import { defineDetector } from '../../src/detect/define-detector.ts';
import { reportOn } from '../support/analyze.ts';
import { LABELLED_FLOWS, logOf, stripped } from '../support/labelled-flows.ts';
import { connected, story } from '../support/story.ts';

const HASH = 2_201_100_002;

/** A flow whose connect was answered. */
function established(): ReturnType<typeof story> {
  return connected(story(), 0)
    .divert(10, HASH, 'Created')
    .divert(10.001, HASH, 'Connecting')
    .divert(10.02, HASH, 'received connect result 0')
    .divert(10.021, HASH, 'sending connect result');
}

/** Every step that is announced to detectors as one that no table knows. */
function listener(): { readonly heard: string[]; readonly detector: ReturnType<typeof defineDetector> } {
  const heard: string[] = [];
  const detector = defineDetector({
    meta: {
      id: 'step-listener',
      title: 'Listens',
      severity: 'info',
      severityNote: '',
      why: '',
      how: [],
      notIt: [],
      blindSpots: [],
      needs: [],
      levels: ['default'],
      next: [],
      references: [],
    },
    messages: {},
    create: () => ({
      step: {
        unexpected: ({ step, at, cite }) => {
          heard.push(`${step.entity} ${step.id}: ${step.from} > ${step.to}, line ${cite.ref.line}, ${at === step.at}`);
        },
      },
      finish: () => ({ status: 'clear' }),
    }),
  });
  return { heard, detector };
}

describe('steps of a flow', () => {
  it.each(LABELLED_FLOWS)('are all declared: $name', async (labelled) => {
    const log = logOf(labelled);

    const reports = [await reportOn(log), await reportOn(stripped(log))];

    expect(reports.map(({ unexpected }) => unexpected)).toEqual([undefined, undefined]);
  });

  it.each([
    ['moved after the app was told that it is connected', 'Moving from 1 to 2', 'connected', 'connecting'],
    ['answered with an error after it was connected', 'received connect result 61', 'connected', 'rejected'],
  ])('are told where the kernel has none such: %s', async (_name, line, from, to) => {
    const log = established().divert(11, HASH, line);

    const { unexpected } = await reportOn(log.text());

    expect(unexpected).toEqual([{ entity: 'flow', id: String(HASH), from, to, at: expect.any(String), line: 11 }]);
  });

  it('may come out of order between two processes, and late in one', async () => {
    const log = established()
      .library(10.5, HASH, 'Closing reads (sending SHUT_WR), closed by plugin (flow error: 0)')
      .divert(10.51, HASH, 'received connect result 0');

    expect((await reportOn(log.text())).unexpected).toBeUndefined();
  });
});

describe('an undeclared step of any entity', () => {
  it('reaches detectors as a transition, at the line that tells of it', async () => {
    const { heard, detector } = listener();
    const log = established()
      .divert(11, HASH, 'Moving from 1 to 2')
      .session(12, ': status changed to disconnecting')
      .session(13, ': status changed to connected');

    const { unexpected, detectors } = await reportOn(log.text(), [detector]);

    expect(detectors).toEqual([{ id: 'step-listener', status: 'clear' }]);
    expect(heard).toEqual([
      `flow ${HASH}: connected > connecting, line 11, true`,
      'session 0F00BA12-1111-4222-8333-44445555AAAA: disconnecting > connected, line 13, true',
    ]);
    expect(unexpected?.length).toBe(2);
  });
});
