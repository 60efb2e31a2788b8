import { describe, expect, test } from 'vitest';
import { compileVocabulary } from '../../../src/language/catalog/vocabulary.ts';
import type { VocabularySpec } from '../../../src/model/catalog.ts';

const PLACE = { file: 'test', line: 1, column: 1 };

function vocabulary(
  words: Readonly<Record<string, readonly string[]>>,
  negations: readonly string[] = [],
): VocabularySpec {
  return {
    name: 'provider',
    title: 'test',
    where: { op: 'true' },
    negations,
    words: Object.entries(words).map(([name, phrases]) => ({ name, phrases, samples: [], place: PLACE })),
    place: PLACE,
  };
}

const { match } = compileVocabulary(
  vocabulary(
    {
      lost: ['connection lost', 'tunnel is down'],
      reconnecting: ['reconnect*', 're-connecting'],
      connected: ['connected'],
      overload: ['queue full', '503'],
    },
    ['no', 'not', 'without', 'failed to', '~skipped', '~was suppressed'],
  ),
);

function word(message: string): string | undefined {
  return match(message)?.word;
}

describe('phrases', () => {
  test.each([
    ['tunnel 3: Connection Lost', 'lost'],
    ['connection  lost after 3 s', 'lost'],
    ['the connection\tlost its key', 'lost'],
    ['RECONNECTING in 2 s', 'reconnecting'],
    ['reconnect', 'reconnecting'],
    ['re-connecting', 'reconnecting'],
    ['now connected.', 'connected'],
    ['[connected]', 'connected'],
    ['got 503 from gateway', 'overload'],
    ['disconnected', undefined],
    ['connectedness', undefined],
    ['connection was lost', undefined],
    ['15031 packets', undefined],
    ['packet 42 of 100 forwarded', undefined],
    ['', undefined],
  ])('%j says %s', (message, expected) => {
    expect(word(message)).toBe(expected);
  });

  test('the first word of the vocabulary wins, wherever it stands in the message', () => {
    expect(word('connected, then connection lost')).toBe('lost');
    expect(word('connected; reconnecting')).toBe('reconnecting');
  });

  test('said is the phrase as the message wrote it', () => {
    expect(match('state: Re-Connecting now')).toEqual({
      word: 'reconnecting',
      said: 'Re-Connecting',
      also: [],
      endpoint: undefined,
    });
    expect(match('RECONNECTION started')?.said).toBe('RECONNECTION');
  });
});

describe('negations', () => {
  test.each([
    ['no reconnect needed', undefined],
    ['will not reconnect', undefined],
    ['not going to reconnect', undefined],
    ['not now and here reconnect', 'reconnecting'],
    ['ended without any reconnect', undefined],
    ['failed to reconnect', undefined],
    ['failed to even reconnect', undefined],
    ['no error. reconnecting', 'reconnecting'],
    ['nothing: reconnecting', 'reconnecting'],
    ['notconnected', undefined],
    ['reconnect skipped', undefined],
    ['reconnect: skipped', undefined],
    ['reconnect was suppressed', undefined],
    ['reconnect was not skipped', 'reconnecting'],
    ['skipped reconnect', 'reconnecting'],
    ['no reconnect yet; reconnecting now', 'reconnecting'],
    ['connection lost, no reconnect', 'lost'],
    ['no reconnect, but connected', 'connected'],
    ['NOT connected', undefined],
    ['not-connected', undefined],
    ['not "connected"', undefined],
    ['no response, reconnecting', 'reconnecting'],
    ['no route to host: reconnecting', 'reconnecting'],
    ['no answer - reconnecting', 'reconnecting'],
  ])('%j says %s', (message, expected) => {
    expect(word(message)).toBe(expected);
  });

  test('a vocabulary may have none', () => {
    expect(compileVocabulary(vocabulary({ connected: ['connected'] })).match('not connected')?.word).toBe('connected');
  });
});

describe('endpoint', () => {
  test.each([
    ['reconnecting to 203.0.113.9:443', '203.0.113.9:443'],
    ['reconnecting to [2001:db8::1]:51820 (udp)', '[2001:db8::1]:51820'],
    ['reconnecting to vpn.example.com:443, attempt 2', 'vpn.example.com:443'],
    ['localhost:8080 reconnecting', 'localhost:8080'],
    ['203.0.113.9:443 -> vpn.example.com:80 reconnecting', '203.0.113.9:443'],
    ['https://vpn.example.com:8443/x reconnecting', undefined],
    ['session.go:88: reconnecting', undefined],
    ['Tunnel.swift:120 reconnecting to vpn.example.com:443', 'vpn.example.com:443'],
    ['12:34:56 reconnecting', undefined],
    ['v1.2.3.4:5x reconnecting', undefined],
    ['reconnecting', undefined],
  ])('of %j is %s', (message, endpoint) => {
    expect(match(message)).toMatchObject({ word: 'reconnecting', endpoint });
  });
});

test('a vocabulary without words says nothing', () => {
  expect(compileVocabulary(vocabulary({})).match('connected')).toBeUndefined();
});

test('a hostile message of 16 kB takes less than 50 ms', () => {
  for (const piece of ['not ', 'no reconnect ', 'a.', '1.1.1.1:', ':', ' ', 'reconnect', 'connection ', '[::']) {
    const message = piece.repeat(Math.ceil(16_384 / piece.length));
    const times = [1, 2, 3].map(() => {
      const started = performance.now();
      match(message);
      return performance.now() - started;
    });

    expect(Math.min(...times)).toBeLessThan(50);
  }
});
