import { recordCommand } from '../../lib/record-command.ts';
import { printed } from '../../lib/redacted.ts';
import type { Cite, ProcessRun } from '../../model/entity.ts';
import { MAX_MESSAGE_CHARS } from '../../model/log-record.ts';
import { MINUTE } from '../../model/units.ts';
import { plainCase, that } from '../cases.ts';
import { defineConfidence } from '../confidence.ts';
import { type DetectorContext, defineDetector } from '../define-detector.ts';
import { inWords } from '../durations.ts';
import { evidenceOf, spanOf } from '../evidence.ts';
import { hasProvider, providerSubject } from '../subjects.ts';

/** Source: detectors.md, network-rule-explosion. */
const MANY = 500;
/** Of a text that was cut in the middle of its rules only the beginning counts: that many are worth a word. */
const MANY_OF_CUT = 100;
const AFTER_US = 10 * MINUTE;
const CAP = 256;
/** A rule is printed with its class, or with what it matches. */
const RULES = [/\bNENetworkRule\b/g, /\bmatchRemoteNetwork\b/g];

const CONFIDENCE = defineConfidence({
  start: 'low',
  because: 'how many rules there are is not in the log as a whole',
  raises: { counted: ['medium', 'the rules are counted in the settings'] },
});

const messages = {
  rules:
    '{{provider}} put {{least}}{{count}} network rules in place: the system checks each new flow against all of them.',
  load: 'nesessionmanager used too much {{what}} {{after}} after the proxy {{provider}} started: too many network rules are the usual cause.',
} as const;

type Context = DetectorContext<typeof messages>;

interface Settings {
  readonly run: ProcessRun | undefined;
  readonly rules: number;
  /** There are more: the text was cut. */
  readonly isCut: boolean;
  readonly cite: Cite;
}

export const networkRuleExplosion = defineDetector({
  meta: {
    id: 'network-rule-explosion',
    title: 'A proxy puts far too many network rules in place',
    severity: 'warning',
    severityNote: 'warning; info where the settings are cut before the 500th rule',
    why: 'The rules of a transparent proxy become policies of the kernel, several for each. Thousands of them keep nesessionmanager and the kernel busy at each change of the network: the Mac hangs after the proxy was deployed.',
    how: [
      'the provider’s settings, as they are printed, hold more than 500 network rules',
      'or a resource report about nesessionmanager (CPU) was written within 10 min after a transparent proxy started',
    ],
    notIt: ['long lists of routes of packet tunnels, which are cheaper'],
    confidence: CONFIDENCE.method,
    blindSpots: ['settings are printed by some providers only, and cut where they are long'],
    needs: [
      'networkextension.provider/settings-applied',
      'report.resource/exceeded',
      'networkextension.provider/start-proxy',
    ],
    levels: ['default'],
    next: [
      {
        for: 'provider-developer',
        text: 'Take few wide rules (a prefix instead of hosts) and decide about the rest in handleNewFlow.',
      },
      { for: 'administrator', text: 'Look how many destinations the product’s configuration lists, and shorten it.' },
    ],
    references: ['https://developer.apple.com/forums/thread/815439'],
  },
  messages,
  create(context) {
    const settings: Settings[] = [];
    const starts: { readonly run: ProcessRun; readonly cite: Cite }[] = [];
    const loads: { readonly what: string; readonly cite: Cite }[] = [];
    return {
      on: {
        'networkextension.provider/settings-applied': (event) => {
          const rules = rulesIn(printed(event.fields.settings));
          const isCut = event.message.length >= MAX_MESSAGE_CHARS - 1;
          if (rules > 0 && settings.length < CAP)
            settings.push({ run: context.world.runOf(event), rules, isCut, cite: context.cite(event) });
        },
        'networkextension.provider/start-proxy': (event) => {
          const run = context.world.runOf(event);
          if (run !== undefined && starts.length < CAP) starts.push({ run, cite: context.cite(event) });
        },
        'report.resource/exceeded': (event) => {
          if (printed(event.fields.process) === 'nesessionmanager' && loads.length < CAP)
            loads.push({ what: 'CPU', cite: context.cite(event) });
        },
      },
      finish() {
        const told = reportRules(context, settings);
        for (const load of loads) if (!told && reportLoad(context, load, starts)) break;
        return hasProvider(context.world)
          ? { status: 'clear' }
          : {
              status: 'not-observable',
              missing: ['lines that NetworkExtension prints in a provider'],
              remedy: recordCommand(),
            };
      },
    };
  },
});

function rulesIn(text: string): number {
  return Math.max(...RULES.map((rule) => text.match(rule)?.length ?? 0));
}

function reportRules(context: Context, settings: readonly Settings[]): boolean {
  const worst = settings.toSorted((a, b) => b.rules - a.rules)[0];
  if (worst === undefined) return false;
  const { run, rules, isCut, cite } = worst;
  const isMany = rules > MANY;
  const isEnough = isMany || (isCut && rules >= MANY_OF_CUT);
  const conditions = [
    that(
      `more than ${MANY} rules, or ${MANY_OF_CUT} where the text is cut`,
      isEnough,
      `${rules}${isCut ? ', cut' : ''}`,
      cite,
    ),
  ];
  context.weigh(() =>
    plainCase(`the settings of ${cite.process}`, [{ kind: 'process', name: cite.process }], conditions),
  );
  if (!isEnough) return false;
  const session = context.world.session(run?.provider?.sessions[0] ?? '');
  context.report({
    messageId: 'rules',
    data: {
      provider: session?.name ?? run?.provider?.bundle ?? cite.process,
      count: rules,
      least: isCut ? 'at least ' : '',
    },
    severity: isMany ? 'warning' : 'info',
    confidence: CONFIDENCE.grade({ counted: isMany }),
    reasons: [
      `${rules} rules stand in its settings, more than ${MANY} asked`,
      ...(isCut ? ['the text is cut: how many more there are is not in it'] : []),
    ],
    count: rules,
    span: spanOf([cite]),
    subjects: [run === undefined ? { kind: 'provider', name: cite.process } : providerSubject(run, session)],
    evidence: evidenceOf(
      settings.map((each) => each.cite),
      cite,
    ),
  });
  return true;
}

function reportLoad(
  context: Context,
  { what, cite }: { readonly what: string; readonly cite: Cite },
  starts: readonly { readonly run: ProcessRun; readonly cite: Cite }[],
): boolean {
  const start = starts.findLast(({ cite: { at } }) => at <= cite.at && cite.at - at <= AFTER_US);
  context.weigh(() =>
    plainCase(
      'a resource report about nesessionmanager',
      [{ kind: 'process', name: 'nesessionmanager' }],
      [that('a proxy started in the 10 min before it', start !== undefined, undefined, start?.cite ?? cite)],
    ),
  );
  if (start === undefined) return false;
  const session = context.world.session(start.run.provider?.sessions[0] ?? '');
  const after = inWords(cite.at - start.cite.at);
  context.report({
    messageId: 'load',
    data: { what, after, provider: session?.name ?? start.run.provider?.bundle ?? start.run.name },
    severity: 'warning',
    confidence: CONFIDENCE.grade({}),
    reasons: [
      `a resource report about nesessionmanager, ${after} after the proxy started`,
      'how many rules it has is not in the log',
    ],
    count: 1,
    span: spanOf([start.cite, cite]),
    subjects: [providerSubject(start.run, session), { kind: 'process', name: 'nesessionmanager' }],
    evidence: evidenceOf([start.cite, cite], cite),
  });
  return true;
}
