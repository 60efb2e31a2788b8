import { describe, expect, test } from 'vitest';
import { compilePredicate } from '../../src/language/predicate/compile.ts';
import { linearPattern } from '../../src/language/predicate/linear-pattern.ts';
import { parsePredicate } from '../../src/language/predicate/parse-predicate.ts';
import type { LooseEvent } from '../../src/model/typed-event.ts';
import { BUILT_IN_CATALOG } from '../../src/recognize/catalog.generated.ts';
import { knownFields, readSubjectField, unanswerable } from '../../src/recognize/where.ts';
import { makeRecord } from '../support/encode-styles.ts';

const SESSION = '0F00BA12-1111-4222-8333-44445555AAAA';
const record = makeRecord({
  process: 'nesessionmanager',
  processPath: '/usr/libexec/nesessionmanager',
  sender: 'NetworkExtension',
  subsystem: 'com.apple.networkextension',
  category: '',
  pid: 486,
  tid: 0x1a2b,
  level: 'error',
  message: 'status changed to connected',
  formatString: '%{public}@: status changed to %s',
  boot: 'B007',
});
const event: LooseEvent = {
  ...record,
  name: 'nesessionmanager.session/status-changed',
  fields: {
    status: 'connected',
    flow: 2_201_100_002,
    session: { class: 'NESMVPNSession', name: 'Äcme VPN', id: SESSION },
    error: { domain: 'NEVPNErrorDomain', code: 3, underlying: [] },
    app: { redacted: '<private>' },
    big: 18_446_744_073_709_551_615n,
    drop: false,
  },
};
const read = readSubjectField({ inputName: () => 'mac.log', offsetOf: () => 60, roleOf: () => 'provider' });
const known = knownFields(BUILT_IN_CATALOG);

function holds(text: string): boolean {
  const { value, problems } = parsePredicate(text, 'p', { has: () => true, names: known.names });
  if (value === undefined) throw new Error(problems.map(({ message }) => message).join());
  return compilePredicate(value, read, linearPattern)({ record, event });
}

describe('each operator over each kind of field', () => {
  test.each([
    ['process == "nesessionmanager"', true],
    ['process != "nesessionmanager"', false],
    ['process ==[c] "NESessionManager"', true],
    ['session.name ==[cd] "acme vpn"', true],
    ['process CONTAINS "session"', true],
    ['process BEGINSWITH[c] "NE"', true],
    ['processImagePath ENDSWITH "/nesessionmanager"', true],
    ['senderImagePath ENDSWITH "/NetworkExtension"', true],
    ['sender LIKE "Net*sion"', true],
    ['eventMessage MATCHES "status changed to (connected|connecting)"', true],
    ['eventMessage MATCHES "changed"', false],
    ['composedMessage CONTAINS "changed"', true],
    ['subsystem IN {"a", "com.apple.networkextension"}', true],
    ['category == ""', true],
    ['messageType == error', true],
    ['messageType == 16', true],
    ['logType != "error"', false],
    ['processID == 486', true],
    ['processIdentifier BETWEEN {400, 500}', true],
    ['threadIdentifier > 6000', true],
    ['formatString BEGINSWITH "%{public}@"', true],
    ['bootUUID == "B007"', true],
    ['timestamp < "2026-03-01 10:00:01Z"', true],
    ['timestamp >= "2026-03-01 11:00:00"', true],
    ['timestamp >= "2026-03-01 11:00:01"', false],
    ['event == "nesessionmanager.session/status-changed"', true],
    ['family == "nesessionmanager.session"', true],
    ['input == "mac.log" and line == 1', true],
    ['role == "provider"', true],
    ['flow == 2201100002', true],
    ['flow IN {1, 2201100002}', true],
    [`session == "${SESSION}"`, true],
    ['session.class == "NESMVPNSession"', true],
    ['fields.status == "connected"', true],
    ['error.domain == "NEVPNErrorDomain" and error.code == 3', true],
    ['error.code >= 4', false],
    ['app == "<private>"', true],
    ['big > 9223372036854775807', true],
    ['drop == NO', true],
    ['missing == nil', true],
    ['missing != "x"', true],
    ['missing > 3', false],
    ['status != nil', true],
    ['NOT (status == "connected" OR flow == 1)', false],
    ['status == "connected" && !(pid == 1) || FALSEPREDICATE', true],
  ])('%s', (text, expected) => {
    expect(holds(text)).toBe(expected);
  });
});

test('a field that no capture keeps is not answered with no', () => {
  const { value } = parsePredicate('not (process == "a" and activityIdentifier == 3)', 'p', known);

  expect(value === undefined ? undefined : unanswerable(value)).toBe('activityIdentifier');
});

test('names of the catalog are known, parts of composite values too, others are not', () => {
  const names = ['flow', 'session.id', 'node.path.status', 'said', 'composedMessage', 'eventmessage', 'fields.status'];

  expect(names.filter((name) => !known.has(name))).toEqual([]);
  expect(known.has('flwo')).toBe(false);
});
