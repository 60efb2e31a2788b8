import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import type { ExitKind, FlowState, Grade, PowerState, ProviderKind, SessionState } from '../../src/model/entity.ts';
import type { Audience, Confidence, DetectorOutcome, Severity, SubjectKind } from '../../src/model/finding.ts';
import type { FormatName, ProblemCode } from '../../src/model/input.ts';
import type { Level } from '../../src/model/log-record.ts';
import schema from '../../src/model/report.schema.json' with { type: 'json' };
import { renderJson } from '../../src/render/json.ts';
import * as reports from './sample-reports.ts';

const ajv = new Ajv2020({ allErrors: true, strict: true });
const validate = ajv.compile(schema);

function problems(report: unknown): readonly string[] {
  validate(report);
  return (validate.errors ?? []).map(({ instancePath, keyword }) => `${instancePath} ${keyword}`);
}

/** A copy of the sample with the value at `path` replaced, or taken out where it is undefined. */
function broken(path: string, value: unknown): unknown {
  const copy = JSON.parse(renderJson(reports.selfLoop));
  const keys = path.split('/');
  const last = keys.pop() ?? '';
  const parent = keys.reduce((node, key) => node[key], copy);
  if (value === undefined) delete parent[last];
  else parent[last] = value;
  return copy;
}

describe('report.schema.json', () => {
  it.each(Object.entries(reports))('accepts the report %s', (_name, report) => {
    expect(problems(JSON.parse(renderJson(report)))).toEqual([]);
  });

  it('accepts fields it does not know, for fields are only ever added', () => {
    expect(problems(broken('capture/futureField', 7))).toEqual([]);
    expect(problems(broken('findings/0/evidence/0/futureField', 'x'))).toEqual([]);
  });

  it.each([
    ['schemaVersion', 2, '/schemaVersion const'],
    ['tool/name', 'other', '/tool/name const'],
    ['verdict/state', 'fine', '/verdict/state enum'],
    ['findings/0/severity', 'fatal', '/findings/0/severity enum'],
    ['findings/0/confidence', 0.9, '/findings/0/confidence enum'],
    ['findings/0/evidence', [], '/findings/0/evidence minItems'],
    ['findings/0/evidence/1/decisive', false, '/findings/0/evidence contains'],
    ['findings/0/evidence/0/line', 0, '/findings/0/evidence/0/line minimum'],
    ['findings/0/evidence/0/at', '18 March', '/findings/0/evidence/0/at pattern'],
    ['findings/0/count', '90', '/findings/0/count type'],
    ['findings/0/subjects/0/kind', 'person', '/findings/0/subjects/0/kind enum'],
    ['findings/0/title', undefined, '/findings/0 required'],
    ['findings/0/detector', 'Proxy Self Loop', '/findings/0/detector pattern'],
    ['capture/inputs/0/format', 'docx', '/capture/inputs/0/format enum'],
    ['capture/inputs/0/bytes', -1, '/capture/inputs/0/bytes minimum'],
    ['capture/problems/0/code', 'oops', '/capture/problems/0/code enum'],
    ['capture/quality/0/state', 'blue', '/capture/quality/0/state enum'],
    ['capture/span/durationUs', 1.5, '/capture/span/durationUs type'],
    ['detectors/2/missing', undefined, '/detectors/2 required'],
    ['sessions/0/history/0/line', 1.5, '/sessions/0/history/0/line type'],
    ['flows/0/hash', 4_294_967_296, '/flows/0/hash maximum'],
    ['flows/0/state', 'gone', '/flows/0/state enum'],
    ['flowTotals/byState/closed', 'many', '/flowTotals/byState/closed type'],
    ['power/0/state', 'tired', '/power/0/state enum'],
    ['lanes/power/0', 'tired', '/lanes/power/0 enum'],
    ['lanes', undefined, ' required'],
    ['omitted/flows', -1, '/omitted/flows minimum'],
  ])('refuses %s = %j', (path, value, problem) => {
    expect(problems(broken(path, value))).toContain(problem);
  });

  it.each([
    '2026-03-18T14:05:05.020300+01:00',
    '2026-01-12T00:55:05.000000',
    '--08-12T08:52:23',
    '17:05:12.000000+01:00',
    '2026-01-12T00:55:05Z',
  ])('accepts the time %s', (at) => {
    expect(problems(broken('findings/0/span/from', at))).toEqual([]);
  });

  /** The compiler holds these against the types, the test holds them against the schema. */
  const vocabularies: Readonly<Record<string, Readonly<Record<string, true>>>> = {
    format: {
      'log-show-default': true,
      compact: true,
      syslog: true,
      ndjson: true,
      json: true,
      'console-block': true,
      'iterator-jsonl': true,
      'iterator-csv': true,
      pmset: true,
      'ios-syslog': true,
      'launchd-log': true,
      xcode: true,
      'console-copy': true,
      systemextensionsctl: true,
      'crash-ips': true,
      'jetsam-ips': true,
      'resource-report': true,
      'crash-text': true,
      spindump: true,
      'panic-ips': true,
      'stackshot-ips': true,
      logarchive: true,
      mixed: true,
      unknown: true,
    } satisfies Record<FormatName, true>,
    level: {
      default: true,
      info: true,
      debug: true,
      error: true,
      fault: true,
      activity: true,
      signpost: true,
      state: true,
      loss: true,
      unknown: true,
    } satisfies Record<Level, true>,
    problemCode: {
      'line-unparsed': true,
      'line-too-long': true,
      'text-missing': true,
      'order-restored': true,
      'key-unknown': true,
      'record-truncated': true,
      'json-invalid': true,
      'array-unclosed': true,
      'nul-bytes': true,
      'encoding-invalid': true,
      'time-invalid': true,
      'time-missing': true,
      'clock-stepped': true,
      'zone-unknown': true,
      'zone-assumed': true,
      'date-unknown': true,
      'date-assumed': true,
      'style-changed': true,
      'input-unreadable': true,
      'input-empty': true,
      'format-unknown': true,
      'format-unsupported': true,
      'records-repeated': true,
      'machines-apart': true,
      'member-refused': true,
      'container-damaged': true,
      'input-changed': true,
      'entities-evicted': true,
      'strings-missing': true,
      'arguments-missing': true,
      'archive-damaged': true,
      'archive-truncated': true,
      'archive-partial': true,
      interrupted: true,
    } satisfies Record<ProblemCode, true>,
    severity: { error: true, warning: true, info: true } satisfies Record<Severity, true>,
    confidence: { high: true, medium: true, low: true } satisfies Record<Confidence, true>,
    providerKind: {
      'transparent-proxy': true,
      'app-proxy': true,
      'dns-proxy': true,
      'packet-tunnel': true,
      'content-filter': true,
      unknown: true,
    } satisfies Record<ProviderKind, true>,
    grade: { exact: true, inferred: true, presumed: true } satisfies Record<Grade, true>,
    audience: {
      'provider-developer': true,
      'app-developer': true,
      administrator: true,
      apple: true,
      reporter: true,
    } satisfies Record<Audience, true>,
    subjectKind: {
      provider: true,
      app: true,
      process: true,
      session: true,
      flow: true,
      extension: true,
      interface: true,
      machine: true,
    } satisfies Record<SubjectKind, true>,
    detectorStatus: { found: true, clear: true, 'not-observable': true, failed: true } satisfies Record<
      DetectorOutcome['status'],
      true
    >,
    exitKind: {
      crash: true,
      jetsam: true,
      killed: true,
      exit: true,
      stopped: true,
      died: true,
      reboot: true,
      vanished: true,
    } satisfies Record<ExitKind, true>,
    sessionState: {
      invalid: true,
      disconnected: true,
      connecting: true,
      connected: true,
      reasserting: true,
      disconnecting: true,
      unknown: true,
    } satisfies Record<SessionState, true>,
    flowState: {
      created: true,
      connecting: true,
      offered: true,
      accepted: true,
      rejected: true,
      connected: true,
      closed: true,
      native: true,
      orphaned: true,
    } satisfies Record<FlowState, true>,
    powerState: { unknown: true, awake: true, dark: true, asleep: true } satisfies Record<PowerState, true>,
  };

  it.each(Object.entries(vocabularies))('knows the same words for %s as the model', (name, words) => {
    // Each of these definitions is an enum and nothing else.
    const definitions = schema.$defs as unknown as Readonly<Record<string, { readonly enum: readonly string[] }>>;

    expect([...(definitions[name]?.enum ?? [])].sort()).toEqual(Object.keys(words).sort());
  });
});
