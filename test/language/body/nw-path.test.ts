import { describe, expect, it } from 'vitest';
import { readBody } from '../../../src/language/body/read-body.ts';
import { expectCutsToKeepWhatWasRead } from './cut.ts';
import { UNKNOWN_PATH } from './unknown-path.ts';

const CELLULAR =
  'satisfied (Path is satisfied), viable, interface: pdp_ip0[lte], scoped, ipv4, ipv6, dns, proxy, expensive, constrained, uses cell, uses wired, fallback: {interface: en0, weak, generation: 1}, flow divert agg: 1, estimated upload: 65536Bps, LQM: moderate';

describe('nw-path', () => {
  it('reads every word of a path', () => {
    expect(readBody('nw-path', CELLULAR)).toEqual({
      status: 'satisfied',
      reason: 'Path is satisfied',
      interface: 'pdp_ip0',
      interfaceType: 'lte',
      isViable: true,
      ipv4: true,
      ipv6: true,
      dns: true,
      proxy: true,
      uses: ['cell', 'wired'],
      lqm: 'moderate',
      attributes: [
        'scoped',
        'expensive',
        'constrained',
        'fallback: {interface: en0, weak, generation: 1}',
        'flow divert agg: 1',
        'estimated upload: 65536Bps',
      ],
    });
  });

  it.each([
    [
      'unsatisfied (No network route), ipv4, dns',
      { ...UNKNOWN_PATH, status: 'unsatisfied', reason: 'No network route', ipv4: true, dns: true },
    ],
    [
      'unsatisfied (Path was denied by NECP policy), interface: ipsec2, ipv4, ipv6, proxy',
      {
        ...UNKNOWN_PATH,
        status: 'unsatisfied',
        reason: 'Path was denied by NECP policy',
        interface: 'ipsec2',
        ipv4: true,
        ipv6: true,
        proxy: true,
      },
    ],
    [
      'satisfiable (Path may be (come) satisfied)',
      { ...UNKNOWN_PATH, status: 'satisfiable', reason: 'Path may be (come) satisfied' },
    ],
    ['satisfied', { ...UNKNOWN_PATH, status: 'satisfied' }],
    ['(null)', UNKNOWN_PATH],
    ['<private>', { redacted: '<private>' }],
    ['', { ...UNKNOWN_PATH, incomplete: true }],
    ['satisfied (Path', { ...UNKNOWN_PATH, status: 'satisfied', reason: 'Path', incomplete: true }],
    [
      'satisfied (Path is satisfied), interface: en0[802',
      {
        ...UNKNOWN_PATH,
        status: 'satisfied',
        reason: 'Path is satisfied',
        interface: 'en0',
        interfaceType: '802',
        incomplete: true,
      },
    ],
    ['satisfied (x) or so', { ...UNKNOWN_PATH, status: 'satisfied', reason: 'x', incomplete: true }],
  ])('reads %j', (text, value) => {
    expect(readBody('nw-path', text)).toEqual(value);
  });

  it('keeps what it read wherever it is cut', () => {
    expectCutsToKeepWhatWasRead('nw-path', CELLULAR);
  });
});
