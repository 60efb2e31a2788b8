import { describe, expect, it } from 'vitest';
import { DETECTORS } from '../../src/detect/all.ts';
import { defineConfidence, doubtsOf, lowerBy } from '../../src/detect/confidence.ts';
import { providerCrash } from '../../src/detect/detectors/provider-crash.ts';
import type { CaptureFacts, Observed } from '../../src/detect/observed.ts';
import type { ProcessRun } from '../../src/model/entity.ts';
import type { DetectorMeta, Subject } from '../../src/model/finding.ts';
import type { Level } from '../../src/model/log-record.ts';
import { type Micros, SECOND } from '../../src/model/units.ts';
import { analyzeText } from '../../src/testing/analyze-text.ts';
import { connected, story } from '../support/story.ts';

const METHOD = defineConfidence({
  start: 'medium',
  because: 'one line says so',
  raises: { twice: ['high', 'two lines say so'] },
  lowers: { guess: ['medium', 'a guess is in it'], blind: ['low', 'half of it cannot be seen'] },
});

describe('the method of confidence', () => {
  it.each([
    [{}, 'medium'],
    [{ twice: true }, 'high'],
    [{ twice: true, guess: true }, 'medium'],
    [{ guess: true }, 'medium'],
    [{ twice: true, guess: true, blind: true }, 'low'],
    [{ twice: false, blind: false }, 'medium'],
  ])('of %o makes %s', (applies, expected) => {
    expect(METHOD.grade(applies).confidence).toBe(expected);
  });

  it('names the start and each step that changed something, and no other', () => {
    expect(METHOD.grade({ twice: true, guess: true }).grading).toEqual({
      start: 'medium',
      because: 'one line says so',
      raised: [{ to: 'high', says: 'two lines say so' }],
      lowered: [{ to: 'medium', says: 'a guess is in it' }],
    });
    // From medium a lowering to medium is none.
    expect(METHOD.grade({ guess: true }).grading.lowered).toEqual([]);
  });

  it('names lowerings from the least to the most', () => {
    const { grading } = METHOD.grade({ twice: true, blind: true, guess: true });

    expect(grading.lowered.map(({ to }) => to)).toEqual(['medium', 'low']);
  });

  it('takes a doubt one grade down each, and never below low', () => {
    const { confidence, grading } = lowerBy(['a', 'b', 'c'], METHOD.grade({ twice: true }));

    expect(confidence).toBe('low');
    expect(grading.lowered).toEqual([
      { to: 'medium', says: 'a' },
      { to: 'low', says: 'b' },
      { to: 'low', says: 'c' },
    ]);
  });

  it.each(DETECTORS.map(({ meta }) => [meta.id, meta] as const))('is written down for %s', (_, { confidence }) => {
    expect(confidence?.because).toMatch(/\w/);
    const steps = [...(confidence?.raises ?? []), ...(confidence?.lowers ?? [])];
    expect(new Set(steps.map(({ says }) => says)).size).toBe(steps.length);
  });
});

const NOTHING: CaptureFacts = {
  levels: new Set<Level>(),
  skipped: new Set<Level>(),
  predicates: [],
  families: new Set<string>(),
  speakers: new Set<string>(),
  begins: [],
  ends: [],
};

function doubts(
  around: { losses?: number[]; skipped?: Level[]; runs?: Partial<ProcessRun>[]; subjects?: Subject[] },
  levels: readonly string[] = ['default'],
): string[] {
  const finding = { span: { from: at(100), to: at(110) }, subjects: around.subjects ?? [] };
  // Of what was observed only losses and levels are asked, of a run only its names.
  const observed = {
    losses: (around.losses ?? []).map(at),
    capture: { ...NOTHING, skipped: new Set(around.skipped) },
  } as unknown as Observed;
  return doubtsOf(finding, { levels } as unknown as DetectorMeta, {
    observed,
    processes: (around.runs ?? []) as ProcessRun[],
  });
}

function at(seconds: number): Micros {
  return (seconds * SECOND) as Micros;
}

describe('what makes any finding less sure', () => {
  it('records that were lost within 10 s of it, and no others', () => {
    const near = [89.9, 90, 105, 120, 120.1].map((seconds) => doubts({ losses: [seconds] }).length);

    expect(near).toEqual([0, 1, 1, 1, 0]);
  });

  it('a level that the export left out, where the detector reads messages of it', () => {
    expect(doubts({ skipped: ['info'] }, ['default'])).toEqual([]);
    expect(doubts({ skipped: ['info', 'debug'] }, ['default', 'info'])).toEqual([
      'the export left out messages of a level that it is read from too: info',
    ]);
  });

  it('a party that is known by its name only', () => {
    const run = { name: 'acme', isByName: true };

    expect(doubts({ runs: [run], subjects: [{ kind: 'provider', bundle: 'acme' }] })).toHaveLength(1);
    expect(doubts({ runs: [run], subjects: [{ kind: 'provider', bundle: 'acme', pid: 7 }] })).toEqual([]);
    expect(doubts({ runs: [run], subjects: [{ kind: 'provider', bundle: 'other' }] })).toEqual([]);
    expect(doubts({ runs: [{ ...run, isByName: false }], subjects: [{ kind: 'provider', bundle: 'acme' }] })).toEqual(
      [],
    );
  });

  it('is said with the finding, and lowers it', async () => {
    const log = connected(story(), 0)
      .line(
        10,
        'Df',
        'launchd',
        1,
        '[system/com.example.acme.extension [569]:] exited due to SIGSEGV | sent by exc handler[569]',
      )
      .text();
    const lost = 'lost 4 unreliable messages from 81234567890-81234569999 (Mach continuous exact start-approx. end)';
    const [before, after] = await Promise.all(
      [log, `${log}2026-03-01 10:00:12.000 Df ${lost}\n`].map((text) =>
        analyzeText(Buffer.from(text), { detectors: [providerCrash] }),
      ),
    );

    expect(before?.findings[0]?.confidence).toBe('high');
    expect(after?.findings[0]?.confidence).toBe('medium');
    expect(after?.findings[0]?.reasons.at(-1)).toBe('the log lost records near it');
  });
});
