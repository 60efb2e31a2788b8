import { plainCase, that } from '../cases.ts';
import { defineConfidence } from '../confidence.ts';
import { type DetectorContext, defineDetector } from '../define-detector.ts';
import { inWords } from '../durations.ts';
import { evidenceOf, spanOf } from '../evidence.ts';
import { OS_ISSUES, type OsIssue } from '../os-issues.ts';
import { providerSubject } from '../subjects.ts';
import { createOutages, type Outage, outagesCanBeSeen, providerBefore } from './panic-reports.ts';
import { REPORTS_REMEDY } from './provider-deaths.ts';

const CONFIDENCE = defineConfidence({ start: 'low', because: 'the signature says what happened, not what led to it' });

const messages = {
  known: 'The machine panicked while {{provider}} was at work; its report bears the signature of {{issue}}.',
} as const;

type Context = DetectorContext<typeof messages>;

export const knownOsIssue = defineDetector({
  meta: {
    id: 'known-os-issue',
    title: 'The machine bears the signature of a published fault of the system',
    severity: 'info',
    severityNote: 'always info: such tables age, and the signature says what, not why',
    why: 'Some faults are the system’s own and are published. Knowing one saves the search in the product.',
    how: [
      'a panic report whose first line bears the signature of a published fault',
      'a provider printed lines in the minute before or after the panic',
    ],
    notIt: ['a panic on a machine where no provider was at work'],
    confidence: CONFIDENCE.method,
    blindSpots: [
      'faults that are known by the build of the system alone are not told: which builds have them is not published',
      'the panic report carries the time at which it was written, which may be after the restart',
    ],
    needs: ['report.panic/panicked'],
    levels: ['default'],
    next: [
      { for: 'administrator', text: 'Update the system and look whether it happens again.' },
      { for: 'apple', text: 'File the panic report with a sysdiagnose.' },
    ],
    references: OS_ISSUES.map(({ see }) => see),
  },
  messages,
  create(context) {
    const outages = createOutages(context);
    return {
      on: outages.on,
      finish() {
        for (const issue of OS_ISSUES) {
          judge(
            context,
            issue,
            outages.all().filter(({ kind }) => kind === 'panic'),
          );
        }
        return outagesCanBeSeen(context)
          ? { status: 'clear' }
          : { status: 'not-observable', missing: ['panic reports (.ips)'], remedy: REPORTS_REMEDY };
      },
    };
  },
});

function judge(context: Context, issue: OsIssue, outages: readonly Outage[]): void {
  const near = outages.flatMap((outage) => {
    const run = providerBefore(context.world, outage);
    const isKnown = issue.panic.test(outage.reason);
    context.weigh(() =>
      plainCase(
        `a panic, held against ${issue.id}`,
        [{ kind: 'machine', name: 'kernel' }],
        [
          that('its first line bears the signature', isKnown, outage.reason, outage.cite),
          that('a provider printed lines within a minute of it', run !== undefined, undefined, run?.lastCite),
        ],
      ),
    );
    return run === undefined || !isKnown ? [] : [{ outage, run }];
  });
  const [first] = near;
  if (first === undefined) return;
  const { outage, run } = first;
  const session = context.world.session(run.provider?.sessions[0] ?? '');
  const cites = [run.lastCite, ...near.map((each) => each.outage.cite)];
  context.report({
    messageId: 'known',
    data: { provider: session?.name ?? run.provider?.bundle ?? run.name, issue: issue.says },
    severity: 'info',
    confidence: CONFIDENCE.grade({}),
    reasons: [
      `the panic report says ${outage.reason}`,
      `the last line of the provider stands ${inWords(Math.abs(outage.cite.at - run.lastAt))} from it`,
      'the signature says what happened, not what led to it',
    ],
    count: near.length,
    span: spanOf(cites),
    subjects: [{ kind: 'machine', name: 'kernel' }, providerSubject(run, session)],
    evidence: evidenceOf(cites, outage.cite),
    next: [{ for: 'administrator', text: issue.advice }, ...knownOsIssue.meta.next.slice(1)],
  });
}
