import type { FamilySpec, MessageSpec, Place, Sample, VocabularySpec } from '../../model/catalog.ts';
import { compareCaptures } from './compare-captures.ts';
import { explainMismatch } from './explain-mismatch.ts';
import { elementsOf } from './pattern.ts';
import type { Reporter } from './reporter.ts';
import { compileText, joined, type TextMatcher, type TypeTable } from './template.ts';
import { escapePattern } from './values.ts';
import { compileVocabulary } from './vocabulary.ts';

interface Candidate {
  readonly message: MessageSpec;
  readonly matchers: readonly TextMatcher[];
}

/** Every message has samples, and every sample is this message, with these values, and no message above it. */
export function checkFamilySamples(family: FamilySpec, types: TypeTable, reporter: Reporter): void {
  const candidates = family.messages.map(
    (message): Candidate => ({ message, matchers: message.texts.map((text) => compileText(family.head, text, types)) }),
  );
  for (const [index, candidate] of candidates.entries()) {
    const { message } = candidate;
    if (!reporter.isOwn(message.place)) continue;
    if (message.samples.length === 0) {
      const help = 'a message is proved by a line that was really logged: sample "…" -> hole=value';
      reporter.report(message.place, {
        code: 'sample-missing',
        message: `message ${message.name} has no sample`,
        help,
      });
    }
    checkReached(candidate, reporter);
    for (const sample of message.samples) {
      checkSample(sample, candidate, family, types, reporter);
      checkSiblings(sample, candidates.slice(0, index), family, reporter);
    }
  }
}

/** A wording below another one that takes every sample it matches can never be what is recognised. */
function checkReached({ message, matchers }: Candidate, reporter: Reporter): void {
  for (const [index, text] of message.texts.entries()) {
    const own = message.samples.filter((sample) => matchers[index]?.match(sample.text) !== undefined);
    const taker = own.map((sample) => matchers.findIndex((matcher) => matcher.match(sample.text) !== undefined));
    if (own.length === 0 || taker.some((first) => first === index)) continue;
    reporter.report(reporter.placeIn(text, '', message.place), {
      code: 'shadowed-by',
      severity: 'warning',
      message: `text ${(taker[0] ?? 0) + 1} of ${message.name} takes every sample of this one`,
      help: 'put the narrower text first, or add a sample that only this one matches',
    });
  }
}

function checkSample(
  sample: Sample,
  candidate: Candidate,
  family: FamilySpec,
  types: TypeTable,
  reporter: Reporter,
): void {
  const fields = firstMatch(candidate.matchers, sample.text);
  if (fields === undefined) {
    reportUnmatched(sample, candidate.message, family, types, reporter);
    return;
  }
  for (const { path, expected, actual } of compareCaptures(fields, sample.captures)) {
    const found = actual === undefined ? `there is no value ${path}` : `${path} is ${JSON.stringify(actual)}`;
    reporter.report(placeOfCapture(sample, path, reporter), {
      code: 'sample-captures-differ',
      message: `${found}, the sample says ${JSON.stringify(expected)}`,
      help: actual === undefined ? `this wording has: ${Object.keys(fields).join(', ') || 'no holes'}` : undefined,
    });
  }
}

function placeOfCapture(sample: Sample, path: string, reporter: Reporter): Place {
  return reporter.placeAfter(sample.place, new RegExp(`(?<=(?:->.*|^)\\s)${escapePattern(path)}=`));
}

function reportUnmatched(
  sample: Sample,
  message: MessageSpec,
  family: FamilySpec,
  types: TypeTable,
  reporter: Reporter,
): void {
  const head = family.head === undefined ? [] : elementsOf(family.head);
  const mismatches = message.texts.map((text) => explainMismatch(joined(head, elementsOf(text)), types, sample.text));
  const [furthest] = mismatches.sort((a, b) => b.at - a.at);
  if (furthest === undefined) return;
  reporter.reportInSample(sample, furthest.at, {
    code: 'sample-unmatched',
    message: `matched up to here; expected ${furthest.expected}`,
    help: 'did the message change? add a second text with the new wording',
  });
}

function checkSiblings(sample: Sample, above: readonly Candidate[], family: FamilySpec, reporter: Reporter): void {
  const taker = above.find(({ matchers }) => firstMatch(matchers, sample.text) !== undefined);
  if (taker === undefined) return;
  reporter.report(sample.place, {
    code: 'ambiguous',
    message: `${family.name}/${taker.message.name} matches this sample too, and stands above`,
    help: 'the first wording that matches wins: put the narrower message first, or narrow the other one',
  });
}

function firstMatch(matchers: readonly TextMatcher[], text: string): Record<string, unknown> | undefined {
  for (const matcher of matchers) {
    const fields = matcher.match(text);
    if (fields !== undefined) return fields;
  }
  return undefined;
}

/** The same for what providers say in their own words. */
export function checkVocabularySamples(vocabulary: VocabularySpec, reporter: Reporter): void {
  const compiled = compileVocabulary(vocabulary);
  for (const word of vocabulary.words) {
    if (!reporter.isOwn(word.place)) continue;
    if (word.samples.length === 0) {
      reporter.report(word.place, { code: 'sample-missing', message: `word ${word.name} has no sample` });
    }
    for (const sample of word.samples) {
      const said = compiled.match(sample.text);
      if (said === undefined) {
        reporter.report(sample.place, {
          code: 'sample-unmatched',
          message: `no phrase of ${word.name} is said here, or a negation takes it back`,
        });
      } else if (said.word !== word.name) {
        const message = `${vocabulary.name}/${said.word} takes this sample: it says "${said.said}" and stands above`;
        reporter.report(sample.place, { code: 'ambiguous', message });
      } else {
        for (const { path, expected, actual } of compareCaptures({ ...said }, sample.captures)) {
          const message = `${path} is ${JSON.stringify(actual)}, the sample says ${JSON.stringify(expected)}`;
          reporter.report(placeOfCapture(sample, path, reporter), { code: 'sample-captures-differ', message });
        }
      }
    }
  }
}
