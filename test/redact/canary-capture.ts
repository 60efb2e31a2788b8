import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type CanaryLine, capture, NE, PLACES, SESSION, STRICT } from './canary-lines.ts';

const SAMPLE = join(import.meta.dirname, '..', '..', 'samples', 'udp-self-loop', 'capture.ndjson');

/** What the sample says in names of ours, and what stands for it here: somebody's. */
const NAMES: readonly (readonly [string, string])[] = [
  ['Courier: Office', 'Zanzibar Link'],
  ['com.example.courier', 'org.zorilla.vpn'],
  ['com.example.chat', 'org.zorilla.chat'],
  ['Courier', 'Zorilla Pro'],
];

/** A line that is no JSON is quoted as what could not be read. */
const UNREADABLE = 'the launch of Zorilla is on friday, says quenby.okafor@corp.example';

/** The session of the canary lines runs. */
const QUOTED: readonly CanaryLine[] = [
  { ...NE, message: `${SESSION}: Received a start command from Zorilla Pro[3991]` },
  { ...NE, message: `${SESSION}: status changed to connected` },
];

/**
 * A capture with a finding, flows, a session and processes that are all somebody's, and every canary line between them, in
 * the order of time.
 */
export function canaryCapture(): string {
  const sample = NAMES.reduce(
    (text, [ours, private_]) => text.replaceAll(ours, private_),
    readFileSync(SAMPLE, 'utf8'),
  );
  const [head = '', ...lines] = sample.trim().split('\n');
  const canaries = capture([...QUOTED, ...PLACES.flatMap(([, each]) => each), ...STRICT.flatMap(([, each]) => each)]);
  const all = [...lines, ...canaries.split('\n')].map((line) => ({
    line,
    at: /"timestamp":"([^"]+)"/.exec(line)?.[1] ?? '',
  }));
  const sorted = all.toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0)).map(({ line }) => line);
  return `${[head, ...sorted.slice(0, 50), UNREADABLE, ...sorted.slice(50)].join('\n')}\n`;
}

/** People and their devices: what every level replaces. In small letters. */
export const PEOPLE = ['quenby', 'okafor', 'hunter22', 'tr0ub4dor', 'c02zx1', 'a4:83:e7', 'merger', 'outage'];

/** What is private under `standard` besides. */
export const NETWORKS = [
  ...PEOPLE,
  ...PLACES.flatMap(([, , canaries]) => canaries),
  ...['zanzibar', '4dad2986', 'c8570563', '198.51.100', '203.0.113', 'quagga'],
];

/** And under `strict`. */
export const SOFTWARE = [...NETWORKS, ...STRICT.flatMap(([, , canaries]) => canaries), 'zorilla'];
