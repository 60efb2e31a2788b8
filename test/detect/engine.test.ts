import { describe, expect, it } from 'vitest';
import { type Detector, defineDetector, together } from '../../src/detect/define-detector.ts';
import type { DetectorMeta } from '../../src/model/finding.ts';
import { reportOn } from '../support/analyze.ts';
import { connected, story } from '../support/story.ts';

function meta(id: string): DetectorMeta {
  return {
    id,
    title: `${id} happened`,
    severity: 'warning',
    severityNote: '',
    why: '',
    how: [],
    notIt: [],
    blindSpots: [],
    needs: [],
    levels: [],
    next: [],
    references: [],
  };
}

const counts: Detector = defineDetector({
  meta: meta('status-change'),
  messages: { seen: 'saw {{count}} of {{name}}' },
  create(context) {
    let seen = 0;
    return {
      on: {
        'nesessionmanager.session/status-changed': (event) => {
          seen += 1;
          const cite = context.cite(event);
          context.report({
            messageId: 'seen',
            data: { count: seen, name: 'status' },
            severity: 'info',
            confidence: 'high',
            reasons: [],
            count: seen,
            span: { from: event.at, to: event.at },
            subjects: [],
            evidence: [{ cite, decisive: true, times: 1 }],
          });
        },
      },
      finish: () => ({ status: 'clear' }),
    };
  },
});

const throws = (where: 'create' | 'event' | 'finish'): Detector =>
  defineDetector({
    meta: meta(`broken-${where}`),
    messages: { never: 'never' },
    create() {
      if (where === 'create') throw new Error('cannot start');
      return {
        on: {
          'nesessionmanager.session/status-changed': () => {
            if (where === 'event') throw new Error('cannot read');
          },
        },
        finish() {
          if (where === 'finish') throw new TypeError('cannot end');
          return { status: 'clear' };
        },
      };
    },
  });

const forgetful: Detector = defineDetector({
  meta: meta('forgetful'),
  messages: { seen: 'never said' },
  create: (context) => ({
    on: { 'nesessionmanager.session/status-changed': () => context.overlook() },
    finish: () => ({ status: 'clear' }),
  }),
});

it('is not clear where it left cases aside, and the report says how many', async () => {
  const report = await reportOn(connected(story(), 1).text(), [forgetful]);

  const [outcome] = report.detectors;
  expect(outcome).toMatchObject({ id: 'forgetful', status: 'not-observable' });
  expect(outcome?.overlooked).toBeGreaterThan(0);
  expect(report.capture.problems).toContainEqual({
    code: 'entities-evicted',
    count: outcome?.overlooked,
    message: `to stay within memory these detectors left cases aside: forgetful ${outcome?.overlooked}`,
    example: { input: '' },
  });
});

describe('the detect engine', () => {
  it('lets a detector that throws fail alone', async () => {
    const log = connected(story(), 0).text();

    const report = await reportOn(log, [throws('create'), counts, throws('event'), throws('finish')]);

    expect(report.detectors).toEqual([
      { id: 'broken-create', status: 'failed', error: 'cannot start' },
      { id: 'status-change', status: 'found' },
      { id: 'broken-event', status: 'failed', error: 'cannot read' },
      { id: 'broken-finish', status: 'failed', error: 'TypeError: cannot end' },
    ]);
    expect(report.findings.map(({ message }) => message)).toEqual(['saw 1 of status', 'saw 2 of status']);
  });

  it('fills a title from the detector where the finding names none', async () => {
    const report = await reportOn(connected(story(), 0).text(), [counts]);

    expect(report.findings[0]).toMatchObject({ title: 'status-change happened', detector: 'status-change' });
  });
});

describe('together', () => {
  it('gives an event to every part in order', () => {
    const seen: string[] = [];
    const handlers = together(
      { 'kernel.flow-divert/created': () => seen.push('first') },
      { 'kernel.flow-divert/created': () => seen.push('second') },
    );

    // The handlers of this test read nothing of the event.
    handlers['kernel.flow-divert/created']?.({} as never);

    expect(seen).toEqual(['first', 'second']);
  });
});
