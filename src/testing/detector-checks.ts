import type { Detector } from '../detect/define-detector.ts';
import type { FindingReport, Report } from '../model/report.ts';
import { weighText } from './analyze-text.ts';
import { VARIANTS } from './variants.ts';
import { disagreements } from './weighing-checks.ts';

export interface Case {
  readonly name: string;
  /** A few real-looking lines of one export style. */
  readonly log: string;
}

export interface FoundCase extends Case {
  readonly findings: readonly ExpectedFinding[];
}

/** What a finding must be; only what is given is compared. */
export interface ExpectedFinding {
  readonly severity?: string;
  readonly confidence?: string;
  readonly count?: number;
  /** Text that the message must hold. */
  readonly message?: string | RegExp;
  /** Wall-clock beginning of the span, as far as given: `10:22:33`. */
  readonly from?: string;
  /** At least one subject must be this. */
  readonly subject?: {
    readonly bundle?: string;
    readonly pid?: number;
    readonly session?: string;
    readonly kind?: string;
  };
}

export interface DetectorCases {
  readonly found: readonly FoundCase[];
  readonly clear: readonly Case[];
  readonly notObservable?: readonly (Case & { readonly missing?: string })[];
}

export interface Check {
  readonly name: string;
  run(): Promise<void>;
}

/**
 * The checks of one detector: every case as written, cut into random chunks, with unrelated chatter between its lines,
 * and in a second export style. Findings must not change, evidence must point at lines that exist, and what the detector
 * weighed must come to what it says.
 * Lazy cases are refused: none found, none clear, or the same log twice.
 */
export function detectorChecks(detector: Detector, cases: DetectorCases): Check[] {
  const all = [...cases.found, ...cases.clear, ...(cases.notObservable ?? [])];
  const checks: Check[] = [{ name: 'the cases are worth running', run: async () => refuseLazy(detector, cases, all) }];
  for (const each of cases.found)
    checks.push(...variantsOf(detector, each, 'found', (report) => expectFindings(report, detector, each)));
  for (const each of cases.clear)
    checks.push(...variantsOf(detector, each, 'clear', (report) => expectStatus(report, detector, 'clear')));
  for (const each of cases.notObservable ?? []) {
    checks.push(
      ...variantsOf(detector, each, 'not observable', (report) => expectBlind(report, detector, each.missing)),
    );
  }
  return checks;
}

function variantsOf(detector: Detector, each: Case, kind: string, expect: (report: Report) => void): Check[] {
  return VARIANTS.map((variant) => ({
    name: `${kind}: ${each.name} (${variant.name})`,
    run: async () => {
      const { bytes, chunk } = await variant.of(each.log);
      const options = { detectors: [detector], ...(chunk === undefined ? {} : { chunk }) };
      const { report, why = [] } = await weighText(bytes, options, [{ detector: detector.meta.id }]);
      expect(report);
      expectEvidence(report, bytes);
      for (const problem of why.flatMap(disagreements)) fail(detector, problem);
    },
  }));
}

function refuseLazy(detector: Detector, cases: DetectorCases, all: readonly Case[]): void {
  if (cases.found.length === 0) fail(detector, 'needs at least one case that is found');
  if (cases.clear.length === 0) fail(detector, 'needs at least one case that is clear');
  const names = new Set(all.map((each) => each.name));
  if (names.size < all.length) fail(detector, 'two cases have the same name');
  const logs = new Set(all.map((each) => each.log));
  if (logs.size < all.length) fail(detector, 'two cases have the same log');
}

function outcomeOf(report: Report, detector: Detector) {
  const outcome = report.detectors.find((each) => each.id === detector.meta.id);
  return outcome ?? fail(detector, 'is not in the report');
}

function expectStatus(report: Report, detector: Detector, status: string): void {
  const outcome = outcomeOf(report, detector);
  if (outcome.status === status) return;
  const found = report.findings.map((finding) => finding.message).join(' / ');
  fail(detector, `should be ${status}, is ${JSON.stringify(outcome)} ${found}`);
}

function expectBlind(report: Report, detector: Detector, missing: string | undefined): void {
  expectStatus(report, detector, 'not-observable');
  const outcome = outcomeOf(report, detector);
  if (missing === undefined || outcome.status !== 'not-observable') return;
  if (!outcome.missing.some((each) => each.includes(missing)))
    fail(detector, `should miss "${missing}", misses ${outcome.missing.join(', ')}`);
}

function expectFindings(report: Report, detector: Detector, expected: FoundCase): void {
  expectStatus(report, detector, 'found');
  if (report.findings.length !== expected.findings.length) {
    fail(
      detector,
      `should report ${expected.findings.length} findings, reports ${report.findings.length}: ${report.findings.map((each) => each.message).join(' / ')}`,
    );
  }
  expected.findings.forEach((want, i) => {
    const finding = report.findings[i];
    if (finding !== undefined) expectFinding(detector, finding, want);
  });
}

function expectFinding(detector: Detector, finding: FindingReport, want: ExpectedFinding): void {
  for (const key of ['severity', 'confidence', 'count'] as const) {
    if (want[key] !== undefined && finding[key] !== want[key])
      fail(detector, `${key} should be ${want[key]}, is ${finding[key]} (${finding.message})`);
  }
  const isSaid =
    typeof want.message === 'string'
      ? finding.message.includes(want.message)
      : (want.message?.test(finding.message) ?? true);
  if (!isSaid) fail(detector, `message should hold ${want.message}, is ${finding.message}`);
  if (want.from !== undefined && !(finding.span?.from ?? '').includes(`T${want.from}`))
    fail(detector, `span should begin at ${want.from}, begins at ${finding.span?.from}`);
  const subject = Object.entries(want.subject ?? {});
  const hasSubject = finding.subjects.some((each) =>
    subject.every(([key, value]) => each[key as keyof typeof each] === value),
  );
  if (!hasSubject)
    fail(detector, `no subject is ${JSON.stringify(want.subject)} among ${JSON.stringify(finding.subjects)}`);
}

/** Every cited line exists, says what is cited, and one of them decides. */
function expectEvidence(report: Report, bytes: Buffer): void {
  const lines = bytes.toString('utf8').split('\n');
  for (const finding of report.findings) {
    const decisive = finding.evidence.filter((each) => each.decisive);
    if (decisive.length !== 1) throw new Error(`${finding.detector}: one line decides, not ${decisive.length}`);
    for (const evidence of finding.evidence) {
      const line = lines[(evidence.line ?? 0) - 1] ?? '';
      const said = evidence.text.split('\n')[0] ?? '';
      const isThere = line.includes(said) || line.includes(JSON.stringify(said).slice(1, -1));
      if (!isThere) throw new Error(`${finding.detector}: line ${evidence.line} does not say "${said}" but "${line}"`);
    }
  }
}

function fail(detector: Detector, what: string): never {
  throw new Error(`${detector.meta.id}: ${what}`);
}
