import { safeJson } from '../lib/safe-json.ts';
import type { Severity } from '../model/finding.ts';
import type { EvidenceReport, FindingReport, Report } from '../model/report.ts';
import { fingerprint } from './fingerprint.ts';
import { visible, visibleDeep } from './terminal/visible.ts';

const SCHEMA = 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json';
const LEVEL: Readonly<Record<Severity, 'error' | 'warning' | 'note'>> = {
  error: 'error',
  warning: 'warning',
  info: 'note',
};

/**
 * SARIF 2.1.0: one rule per detector, one result per finding, its decisive line as the location and the others as related
 * ones. Detectors that could not look or failed, and what limits the capture, are notifications.
 */
export function renderSarif(report: Report): string {
  const drawn = visibleDeep(report);
  const { tool, capture, findings, verdict } = drawn;
  const rules = [...new Set([...drawn.detectors.map(({ id }) => id), ...findings.map(({ detector }) => detector)])];
  const inputs = capture.inputs.map(({ name }) => name);
  const seen = new Map<string, number>();
  const run = {
    tool: {
      driver: {
        name: tool.name,
        version: tool.version,
        semanticVersion: tool.version,
        rules: rules.map((id) => rule(id, findings)),
      },
    },
    invocations: [{ executionSuccessful: true, toolExecutionNotifications: notifications(drawn, rules) }],
    artifacts: capture.inputs.map(({ name, bytes, format }) => ({
      location: { uri: uriOf(name) },
      ...(bytes > 0 ? { length: bytes } : {}),
      properties: { format },
    })),
    results: findings.map((finding) => result(finding, { rules, inputs, seen })),
    columnKind: 'utf16CodeUnits',
    properties: { verdict, ...(capture.span === undefined ? {} : { span: capture.span }) },
  };
  return `${safeJson({ $schema: SCHEMA, version: '2.1.0', runs: [run] }, 2)}\n`;
}

function rule(id: string, findings: readonly FindingReport[]): object {
  const found = findings.find(({ detector }) => detector === id);
  return { id, ...(found === undefined ? {} : { shortDescription: { text: found.title } }) };
}

/** What a baseline knows stands on the list and counts for nothing. Source: SARIF 3.27.23, 3.35. */
function suppressed({ baselined }: FindingReport): object {
  if (baselined === undefined) return {};
  const until = baselined.expires === undefined ? '' : ` (until ${baselined.expires})`;
  return { suppressions: [{ kind: 'external', status: 'accepted', justification: `${baselined.reason}${until}` }] };
}

interface Numbering {
  readonly rules: readonly string[];
  readonly inputs: readonly string[];
  readonly seen: Map<string, number>;
}

function result(finding: FindingReport, numbering: Numbering): object {
  const { detector, severity, confidence, reasons, count, span, subjects, next, evidence } = finding;
  const decisive = evidence.find((cited) => cited.decisive) ?? evidence[0];
  const others = evidence.filter((cited) => cited !== decisive);
  return {
    ruleId: detector,
    ruleIndex: numbering.rules.indexOf(detector),
    level: LEVEL[severity],
    message: { text: messageText(`${finding.title}. ${finding.message}`) },
    locations: decisive === undefined ? [] : [location(decisive, numbering.inputs)],
    relatedLocations: others.map((cited, index) => ({ id: index + 1, ...location(cited, numbering.inputs) })),
    partialFingerprints: { 'necropsyFinding/v1': fingerprint(finding, numbering.seen) },
    ...(count > 0 ? { occurrenceCount: count } : {}),
    ...suppressed(finding),
    properties: { confidence, reasons, subjects, next, ...(span === undefined ? {} : { span }) },
  };
}

function location(cited: EvidenceReport, inputs: readonly string[]): object {
  const { input, line, file, record, at, process, pid, text, times } = cited;
  const index = inputs.indexOf(input);
  const artifactLocation = { uri: uriOf(input), ...(index < 0 ? {} : { index }) };
  const snippet = { text };
  const place = line === undefined ? {} : { region: { startLine: line, snippet } };
  const facts = Object.entries({ at, process, pid, file, record, times, ...(line === undefined ? { text } : {}) });
  return {
    physicalLocation: { artifactLocation, ...place },
    message: { text: messageText([at, process, text].filter((part) => part !== undefined).join(' ')) },
    properties: Object.fromEntries(facts.filter(([, value]) => value !== undefined)),
  };
}

function notifications({ detectors, capture }: Report, rules: readonly string[]): readonly object[] {
  const about = (id: string): object => ({ associatedRule: { id, index: rules.indexOf(id) } });
  return [
    ...capture.quality.flatMap(({ check, state, message }) =>
      state === 'green' ? [] : [{ level: 'warning', message: { text: messageText(`${check}: ${message}`) } }],
    ),
    ...capture.problems.map(({ message }) => ({ level: 'note', message: { text: messageText(message) } })),
    ...detectors.flatMap((outcome) => {
      if (outcome.status === 'failed')
        return [{ level: 'error', message: { text: messageText(`failed: ${outcome.error}`) }, ...about(outcome.id) }];
      if (outcome.status !== 'not-observable') return [];
      const text = messageText(`could not look: this capture lacks ${outcome.missing.join(', ')}`);
      return [{ level: 'note', message: { text }, ...about(outcome.id) }];
    }),
  ];
}

/** Brackets make links and braces placeholders in SARIF's messages: here they stand for themselves. Source: SARIF 3.11.5, 3.11.6. */
function messageText(text: string): string {
  return text.replace(/[\\[\]]/g, '\\$&').replace(/[{}]/g, '$&$&');
}

/** A relative reference, or a file URI for a path from the root; what is no letter is encoded, a colon too. */
function uriOf(name: string): string {
  const path = visible(name)
    .split('/')
    .map((part) => encodeURIComponent(part))
    .join('/');
  return path.startsWith('/') ? `file://${path.replace(/^\/+/, '/')}` : path;
}
