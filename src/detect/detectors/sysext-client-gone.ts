import { keep } from '../../lib/keep.ts';
import { recordCommand } from '../../lib/record-command.ts';
import { printed } from '../../lib/redacted.ts';
import type { Cite } from '../../model/entity.ts';
import { SECOND } from '../../model/units.ts';
import type { Candidate } from '../../model/why.ts';
import { that } from '../cases.ts';
import { defineConfidence } from '../confidence.ts';
import { type DetectorContext, defineDetector } from '../define-detector.ts';
import { inTimes, inWords } from '../durations.ts';
import { evidenceOf, spanOf } from '../evidence.ts';

/** The app is gone right after the question. Source: detectors.md, sysext-client-gone. */
const AT_ONCE_US = SECOND;
const CAP = 256;

const CONFIDENCE = defineConfidence({
  start: 'medium',
  because: 'whether the app quit or let go of its request is not in these lines',
});

const messages = {
  gone: 'sysextd asked the app whether {{bundle}} may be replaced, and the app (pid {{pid}}) was gone {{after}} later, {{times}}: the request is lost.',
} as const;

interface Asked {
  readonly bundle: string;
  readonly asked: Cite;
  gone: Cite | undefined;
  pid: number;
  isReplied: boolean;
}

export const sysextClientGone = defineDetector({
  meta: {
    id: 'sysext-client-gone',
    title: 'The app is gone before it answers about its system extension',
    severity: 'warning',
    severityNote: 'always warning: the old version stays',
    why: 'An installed version of the extension is to be replaced, and sysextd asks the app. The app has let go of its request (its delegate was released, or it quit): nothing is replaced, and no delegate method is called any more.',
    how: [
      '"notifying client of activation conflict"',
      'the client’s connection is invalidated within 1 s',
      'no reply of a client stands after it',
    ],
    notIt: ['the user quits the app: then its end is in the log a while later', 'a client that replied'],
    confidence: CONFIDENCE.method,
    blindSpots: ['whether the app quit or released its delegate is not in sysextd’s lines'],
    needs: ['system.sysextd/conflict-notified', 'system.sysextd/client-gone', 'system.sysextd/client-replied'],
    levels: ['default'],
    next: [
      {
        for: 'app-developer',
        text: 'Keep a strong reference to the OSSystemExtensionRequest’s delegate until it finished or failed, and answer actionForReplacingExtension with .replace.',
      },
      { for: 'administrator', text: 'Start the app again and leave it open until the extension is replaced.' },
    ],
    references: ['https://developer.apple.com/documentation/systemextensions/ossystemextensionrequestdelegate'],
  },
  messages,
  create(context) {
    const all: Asked[] = [];
    let bundle = '';
    return {
      on: {
        'system.sysextd/activation-requested': (event) => {
          bundle = keep(printed(event.fields.bundle));
        },
        'system.sysextd/entry-to-replace': (event) => {
          bundle = keep(printed(event.fields.bundle));
        },
        'system.sysextd/conflict-notified': (event) => {
          if (all.length < CAP)
            all.push({ bundle, asked: context.cite(event), gone: undefined, pid: 0, isReplied: false });
        },
        'system.sysextd/client-replied': () => {
          for (const each of all) each.isReplied = true;
        },
        'system.sysextd/client-gone': (event) => {
          const last = all.at(-1);
          if (last === undefined || last.gone !== undefined || last.isReplied || event.at - last.asked.at > AT_ONCE_US)
            return;
          last.gone = context.cite(event);
          last.pid = event.fields.pid;
        },
      },
      finish() {
        for (const each of all) context.weigh(() => weighed(each));
        const lost = all.filter(({ gone, isReplied }) => gone !== undefined && !isReplied);
        for (const each of new Set(lost.map((one) => one.bundle)))
          report(
            context,
            lost.filter((one) => one.bundle === each),
          );
        return context.observed.capture.families.has('system.sysextd')
          ? { status: 'clear' }
          : { status: 'not-observable', missing: ['lines of sysextd'], remedy: recordCommand() };
      },
    };
  },
});

function weighed({ bundle, asked, gone, pid, isReplied }: Asked): Candidate {
  const conditions = [
    that('sysextd asks the app whether it may be replaced', true, undefined, asked),
    that(
      'the app’s connection is gone within 1 s',
      gone !== undefined,
      gone === undefined ? undefined : `pid ${pid}, after ${inWords(gone.at - asked.at)}`,
      gone,
    ),
    that('no client replies', !isReplied),
  ];
  const subjects: Candidate['subjects'] = bundle === '' ? [] : [{ kind: 'extension', bundle }];
  const isFound = gone !== undefined && !isReplied;
  return { what: bundle === '' ? 'an extension' : bundle, subjects, conditions, isFound };
}

function report(context: DetectorContext<typeof messages>, lost: readonly Asked[]): void {
  const [first] = lost;
  if (first?.gone === undefined) return;
  const cites = lost.flatMap(({ asked, gone }) => (gone === undefined ? [asked] : [asked, gone]));
  const after = inWords(first.gone.at - first.asked.at);
  context.report({
    messageId: 'gone',
    data: {
      bundle: first.bundle === '' ? 'an extension' : first.bundle,
      pid: first.pid,
      after,
      times: inTimes(lost.length),
    },
    severity: 'warning',
    confidence: CONFIDENCE.grade({}),
    reasons: [
      `the client’s connection was invalidated ${after} after the question`,
      'no client replied afterwards in the log',
    ],
    count: lost.length,
    span: spanOf(cites),
    subjects: [
      ...(first.bundle === '' ? [] : [{ kind: 'extension' as const, bundle: first.bundle }]),
      { kind: 'app', pid: first.pid },
    ],
    evidence: evidenceOf(cites, first.gone),
  });
}
