import { recordCommand } from '../../lib/record-command.ts';
import type { BodyByKind } from '../../model/bodies.ts';
import type { Cite } from '../../model/entity.ts';
import type { Redacted } from '../../model/redacted.ts';
import { atLeast, plainCase, that } from '../cases.ts';
import { defineConfidence } from '../confidence.ts';
import { type DetectorContext, defineDetector } from '../define-detector.ts';
import { inTimes } from '../durations.ts';
import { evidenceOf, spanOf } from '../evidence.ts';
import { anyOf } from '../weighing.ts';

/** The agent's error that comes of a failed status query. Source: developer.apple.com forums 821619. */
const SETUP_CODE = 3;
const CAP = 256;

const CONFIDENCE = defineConfidence({
  start: 'medium',
  because: 'the error says that the setup is incomplete, not why',
  raises: { proof: ['high', 'a query failed for its privacy proxy while the path was satisfied'] },
});

const messages = {
  incomplete: 'The URL filter could not be set up ({{times}}){{cause}}.',
} as const;

type Context = DetectorContext<typeof messages>;

interface Query {
  readonly cite: Cite;
  readonly process: string;
  /** `_NSURLErrorPrivacyProxyFailureKey = true`. */
  readonly isProxy: boolean;
  /** No way out at the time: plain offline. */
  readonly isOffline: boolean;
}

export const urlFilterSetupIncomplete = defineDetector({
  meta: {
    id: 'url-filter-setup-incomplete',
    title: 'A URL filter’s look-up service was never set up',
    severity: 'error',
    severityNote: 'always error: no URL is looked up',
    why: 'The system asks the filter’s server through a privacy proxy that is provided for each app. Where none is provided for this bundle, every query fails before it leaves the machine: it works in development builds and fails in the store.',
    how: [
      'NEAgentURLFilterErrorDomain code 3 (serverSetupIncomplete, 9, for the app)',
      'or a status query of CipherML that fails for its privacy proxy while the path is satisfied',
    ],
    notIt: ['the same error while the machine is offline: the path is unsatisfied'],
    confidence: CONFIDENCE.method,
    blindSpots: ['without the debug profile of Network Extension the reason inside is redacted'],
    needs: ['vendor.url-filter-error/failed', 'system.cipherml/query-failed'],
    levels: ['error'],
    next: [
      {
        for: 'app-developer',
        text: 'Ask Apple for the privacy proxy (OHTTP relay) of this bundle identifier; development builds do without, store builds do not.',
      },
      {
        for: 'reporter',
        text: 'Install the Network Extension debug profile and record again: com.apple.CipherML then says why the query failed.',
      },
    ],
    references: ['https://developer.apple.com/forums/thread/821619'],
  },
  messages,
  create(context) {
    const failures: Cite[] = [];
    const queries: Query[] = [];
    return {
      on: {
        'vendor.url-filter-error/failed': (event) => {
          if (event.fields.code === SETUP_CODE && failures.length < CAP) failures.push(context.cite(event));
        },
        'system.cipherml/query-failed': (event) => {
          if (queries.length < CAP) queries.push(queryOf(context.cite(event), event.fields.error));
        },
      },
      finish() {
        judge(context, failures, queries);
        const { families } = context.observed.capture;
        return families.has('system.cipherml') || isFiltering(context)
          ? { status: 'clear' }
          : {
              status: 'not-observable',
              missing: ['a URL filter at work, or lines of CipherML'],
              remedy: recordCommand('30m', undefined, ['subsystem == "com.apple.CipherML"']),
            };
      },
    };
  },
});

function isFiltering({ world }: Context): boolean {
  for (const { sessionClass } of world.sessions) if (sessionClass.includes('URLFilter')) return true;
  return false;
}

function queryOf(cite: Cite, error: BodyByKind['ns-error'] | Redacted): Query {
  const text = JSON.stringify(error, (_, value: unknown) => (typeof value === 'bigint' ? String(value) : value));
  return {
    cite,
    process: cite.process,
    isProxy: /PrivacyProxyFailureKey"?[ :=]+"?(?:true|1)\b/.test(text),
    isOffline: /unsatisfied \(/.test(text),
  };
}

function judge(context: Context, failures: readonly Cite[], queries: readonly Query[]): void {
  const proxied = queries.filter(({ isProxy, isOffline }) => isProxy && !isOffline);
  const [proof] = proxied;
  // Where every query failed for want of a network, the setup fails with it and is no fault of its own.
  const isOffline = queries.length > 0 && queries.every((query) => query.isOffline);
  const decisive = proof?.cite ?? failures[0];
  if (failures.length > 0 || queries.length > 0)
    context.weigh(() =>
      plainCase(
        'the URL filter',
        [{ kind: 'provider', name: 'URL filter' }],
        [
          anyOf('its setup fails', [
            atLeast(`errors NEAgentURLFilterErrorDomain code ${SETUP_CODE}`, failures.length, 1, failures[0]),
            atLeast(
              'queries that fail for their privacy proxy while the path is satisfied',
              proxied.length,
              1,
              proof?.cite,
            ),
          ]),
          that('the machine is online', !isOffline),
        ],
      ),
    );
  if (decisive === undefined || isOffline) return;
  const cites = [...failures, ...proxied.map(({ cite }) => cite)];
  const times = Math.max(failures.length, proxied.length);
  const processes = [...new Set(failures.map(({ process }) => process))];
  context.report({
    messageId: 'incomplete',
    data: {
      times: inTimes(times),
      cause: proof === undefined ? '' : ': no privacy proxy is provided for it, and the machine is online',
    },
    severity: 'error',
    confidence: CONFIDENCE.grade({ proof: proof !== undefined }),
    reasons: [
      ...(failures.length === 0 ? [] : [`NEAgentURLFilterErrorDomain code ${SETUP_CODE}, ${inTimes(failures.length)}`]),
      proof === undefined
        ? 'no line of CipherML tells why'
        : `${proxied.length} queries failed for their privacy proxy while the path was satisfied`,
    ],
    count: times,
    span: spanOf(cites),
    subjects: [
      { kind: 'provider', name: 'URL filter' },
      ...processes.slice(0, 3).map((name) => ({ kind: 'process' as const, name })),
    ],
    evidence: evidenceOf(cites, decisive),
  });
}
