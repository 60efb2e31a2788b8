import type { Cite } from '../../model/entity.ts';
import type { Severity } from '../../model/finding.ts';
import type { LooseEvent } from '../../model/typed-event.ts';
import { SECOND } from '../../model/units.ts';
import type { Candidate } from '../../model/why.ts';
import { that } from '../cases.ts';
import { defineConfidence } from '../confidence.ts';
import { type DetectorContext, defineDetector, together, type Verdict } from '../define-detector.ts';
import { inTimes } from '../durations.ts';
import { evidenceOf, spanOf } from '../evidence.ts';
import type { SessionTrace } from '../sessions/attempt.ts';
import { partiesOf, sessionSubject, sessionsCanBeSeen } from '../sessions/parties.ts';
import { createSessionTraces, type SessionTraces } from '../sessions/traces.ts';
import { all, anyOf } from '../weighing.ts';

/** Kernel, nehelper and nesessionmanager tell of one failure within some milliseconds. Source: interestun docs. */
const ONE_FAILURE_US = 2 * SECOND;
const CAP = 1_000;
const NAMES: Readonly<Record<number, string>> = {
  1: 'EPERM (not permitted)',
  12: 'ENOMEM (no memory)',
  16: 'EBUSY (resource busy)',
  17: 'EEXIST (exists)',
  28: 'ENOSPC (no space)',
};

interface Failure {
  readonly cites: Cite[];
  readonly errors: Set<number>;
  /** nesessionmanager gave up for it. */
  readonly aborted: Cite | undefined;
}

const CONFIDENCE = defineConfidence({
  start: 'high',
  because: 'nesessionmanager gave up for it, and the errno is known',
  lowers: {
    kernel: ['medium', 'only the kernel tells of it: no session is seen to fail'],
    errno: ['medium', 'no line gives the errno'],
  },
});

const messages = {
  session: '{{session}} could not get its tunnel interface, {{times}}{{error}}.',
  kernel: 'The kernel refused a tunnel interface, {{times}}{{error}}; no line tells for which session.',
} as const;

type Context = DetectorContext<typeof messages>;

export const utunCreateFailed = defineDetector({
  meta: {
    id: 'utun-create-failed',
    title: 'A tunnel interface could not be created',
    severity: 'error',
    severityNote: 'warning where only the kernel tells of it and no session is seen to fail',
    why: 'Without its utun interface a packet tunnel cannot start. With EBUSY an old interface is still in the kernel: every start fails until it is gone, often until a restart.',
    how: [
      'nesessionmanager says "Failed to obtain a virtual interface of type …, aborting"',
      'or the kernel says that a utun or ipsec interface could not be attached, with its errno',
      'lines about one failure within 2 s count once',
    ],
    notIt: [
      'a refusal by the kernel after which the session connects: another number was taken',
      'the signature line of the provider’s start, which stands in healthy starts too',
    ],
    confidence: CONFIDENCE.method,
    blindSpots: [
      'who holds the old interface is not in the log',
      'a daemon that opens utun itself, without NetworkExtension, shows in the kernel’s lines only',
    ],
    needs: [
      'nesessionmanager.session/interface-failed',
      'nesessionmanager.server/interface-failed',
      'kernel.utun/attach-failed',
      'networkextension.nehelper/kernel-socket-failed',
    ],
    levels: ['default', 'error'],
    next: [
      {
        for: 'administrator',
        text: 'List the interfaces with `ifconfig -l` and look for a utun that nobody uses; quit other VPN programs, then restart the Mac: that clears a stale interface.',
      },
      {
        for: 'provider-developer',
        text: 'Let the provider end its tunnel before its process exits, and do not keep the utun file descriptor open past stopTunnel: a descriptor that is still held keeps the interface busy.',
      },
      {
        for: 'apple',
        text: 'A stale interface that outlives its owner is a kernel fault: file it with a sysdiagnose taken before the restart.',
      },
    ],
    references: ['https://github.com/netbirdio/netbird/issues/2196'],
  },
  messages,
  create(context) {
    const traces = createSessionTraces(context);
    const failures = createFailures(context);
    return {
      on: together(traces.on, {
        'kernel.utun/attach-failed': (event) => failures.detail(event, event.fields.error),
        'networkextension.nehelper/kernel-socket-failed': (event) => failures.detail(event, event.fields.error),
        'nesessionmanager.server/interface-mtu-failed': (event) => failures.detail(event, undefined),
        'nesessionmanager.session/interface-failed': (event) => failures.aborted(event),
        'nesessionmanager.server/interface-failed': (event) => failures.aborted(event),
      }),
      finish() {
        reportSessions(context, traces, failures.all());
        return answer(context);
      },
    };
  },
});

/** Lines about one failure, put together. */
function createFailures(context: Context) {
  const all: Failure[] = [];
  const last = (event: LooseEvent): Failure | undefined => {
    const failure = all.at(-1);
    const from = failure?.cites[0];
    return from !== undefined && event.at - from.at <= ONE_FAILURE_US ? failure : undefined;
  };
  const open = (cite: Cite, aborted: Cite | undefined): Failure => {
    const failure: Failure = { cites: [cite], errors: new Set(), aborted };
    if (all.length < CAP) all.push(failure);
    return failure;
  };
  return {
    all: () => all,
    detail(event: LooseEvent, error: number | undefined): void {
      // The packet size is asked for after other failures too: alone it tells nothing.
      const cite = context.cite(event);
      const failure = last(event);
      if (failure === undefined && error === undefined) return;
      if (failure !== undefined && failure.cites.length < 8) failure.cites.push(cite);
      const into = failure ?? open(cite, undefined);
      if (error !== undefined) into.errors.add(error);
    },
    aborted(event: LooseEvent): void {
      const cite = context.cite(event);
      const before = last(event);
      if (before === undefined || before.aborted !== undefined) {
        open(cite, cite);
        return;
      }
      all[all.length - 1] = { ...before, cites: [...before.cites, cite], aborted: cite };
    },
  };
}

function reportSessions(context: Context, traces: SessionTraces, failures: readonly Failure[]): void {
  const left = new Set(failures);
  for (const failure of failures) context.weigh(() => weighed(failure, traces));
  for (const trace of traces.all()) {
    const own = failures.filter(({ aborted }) => aborted !== undefined && isOf(trace, aborted));
    for (const each of own) left.delete(each);
    if (own.length > 0) reportGroup(context, own, trace);
  }
  const others = [...left].filter((failure) => failure.aborted !== undefined || !hasComeUp(traces, failure));
  if (others.length > 0) reportGroup(context, others, undefined);
}

/** One failure with what speaks for its having done harm. */
function weighed(failure: Failure, traces: SessionTraces): Candidate {
  const { cites, errors, aborted } = failure;
  const trace = aborted === undefined ? undefined : traces.all().find((each) => isOf(each, aborted));
  const conditions = [
    that('a tunnel interface could not be created', true, [...errors].map(named).join(', ') || undefined, cites[0]),
    anyOf('a start came to nothing for it', [
      that('nesessionmanager gave up for it', aborted !== undefined, undefined, aborted),
      that('no session that was being started connected all the same', !hasComeUp(traces, failure)),
    ]),
  ];
  const subjects: Candidate['subjects'] =
    trace === undefined ? [{ kind: 'machine', name: 'kernel' }] : [sessionSubject(trace)];
  return { what: trace?.name ?? 'a tunnel interface', subjects, conditions, isFound: all(conditions) === true };
}

/** Both were cited from the same event, so it is the same citation. */
function isOf({ attempts }: SessionTrace, aborted: Cite): boolean {
  return attempts.some(({ troubles }) => troubles.some(({ cite }) => cite === aborted));
}

/** A session that was being started then connected all the same. */
function hasComeUp(traces: SessionTraces, { cites }: Failure): boolean {
  const at = cites[0]?.at ?? 0;
  return traces
    .all()
    .some(({ attempts }) =>
      attempts.some(({ first, connected }) => connected !== undefined && first.at <= at && at <= connected.at),
    );
}

function reportGroup(context: Context, failures: readonly Failure[], trace: SessionTrace | undefined): void {
  const cites = failures.flatMap((failure) => failure.cites);
  const aborted = failures.flatMap((failure) => failure.aborted ?? []);
  const decisive = aborted[0] ?? cites[0];
  if (decisive === undefined) return;
  const errors = [...new Set(failures.flatMap((failure) => [...failure.errors]))];
  const isSeen = aborted.length > 0;
  const severity: Severity = isSeen ? 'error' : 'warning';
  const confidence = CONFIDENCE.grade({ kernel: !isSeen, errno: errors.length === 0 });
  const attempts = trace?.attempts.filter(({ troubles }) =>
    troubles.some(({ name }) => name.endsWith('/interface-failed')),
  );
  const shared = {
    severity,
    confidence,
    reasons: [
      isSeen
        ? `nesessionmanager gave up for it, ${inTimes(aborted.length)}`
        : 'only the kernel tells of it: no session is seen to fail',
      ...(errors.length === 0 ? ['no line gives the errno'] : [`errno ${errors.map(named).join(', ')}`]),
    ],
    count: failures.length,
    span: spanOf(cites),
    evidence: evidenceOf(cites, decisive),
  };
  const data = {
    times: inTimes(failures.length),
    error: errors.length === 0 ? '' : `: errno ${errors.map(named).join(', ')}`,
  };
  if (trace === undefined) {
    context.report({ ...shared, messageId: 'kernel', data, subjects: [{ kind: 'machine', name: 'kernel' }] });
  } else {
    const subjects = partiesOf(trace, attempts ?? [], context.world);
    context.report({ ...shared, messageId: 'session', data: { ...data, session: trace.name }, subjects });
  }
}

function named(error: number): string {
  return NAMES[error] === undefined ? String(error) : `${error} ${NAMES[error]}`;
}

function answer(context: Context): Verdict {
  return context.observed.count('kernel.utun/attach-failed') > 0 ? { status: 'clear' } : sessionsCanBeSeen(context);
}
