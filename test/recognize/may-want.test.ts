import { describe, expect, it } from 'vitest';
import type { Predicate } from '../../src/model/catalog.ts';
import type { OriginId } from '../../src/model/units.ts';
import { BUILT_IN_CATALOG } from '../../src/recognize/catalog.generated.ts';
import { compilePossible } from '../../src/recognize/possible.ts';
import { createRecognizer } from '../../src/recognize/recognizer.ts';

const SENDERS = ['kernel', 'CFNetwork', 'libxpc.dylib', 'NetworkExtension', 'Network', 'libsqlite3.dylib', 'nobody'];
const PROCESSES = ['kernel', 'nesessionmanager', 'mDNSResponder', 'powerd', 'com.example.vpn.tunnel', 'Notes', ''];
const SUBSYSTEMS = [
  '',
  'com.apple.network',
  'com.apple.networkextension',
  'com.apple.xpc',
  'com.apple.test',
  'com.example',
];
const CATEGORIES = ['', 'connection', 'process', 'other'];

describe('what may be wanted of an origin whose sender is not known', () => {
  it('is false only where no sender is wanted', () => {
    // The families that no origin is outside of are left out, so that there is something to refuse.
    const families = BUILT_IN_CATALOG.families.filter(({ name }) =>
      /^(?:kernel\.|system\.(?:powerd|launchd|mdns)|networkextension\.ne)/.test(name),
    );
    const catalog = { ...BUILT_IN_CATALOG, families, vocabularies: [] };
    const recognizer = createRecognizer({ catalog, onProvider: () => {} });
    let refused = 0;

    for (const process of PROCESSES)
      for (const subsystem of SUBSYSTEMS)
        for (const category of CATEGORIES) {
          const parts = { process, processPath: undefined, subsystem, category };
          if (recognizer.mayWant(parts)) continue;
          refused += 1;
          for (const sender of SENDERS)
            expect(recognizer.want({ ...parts, sender, id: 0 as OriginId }), `${process} ${subsystem} ${sender}`).toBe(
              'none',
            );
        }

    expect(refused).toBeGreaterThan(10);
  });

  it('asks every term by itself, under a not as well', () => {
    const compare = (field: string, value: string): Predicate => ({
      op: 'compare',
      field,
      comparator: '==',
      value,
      ignoreCase: false,
      ignoreDiacritics: false,
    });
    const sender = compare('sender', 'x');
    const kernel = compare('process', 'kernel');
    const possible = (predicate: Predicate, process: string): boolean =>
      compilePossible(predicate, () => (subject: { process: string }) => subject.process, 'sender')({ process });

    expect(possible({ op: 'and', terms: [kernel, sender] }, 'kernel')).toBe(true);
    expect(possible({ op: 'and', terms: [kernel, sender] }, 'other')).toBe(false);
    expect(possible({ op: 'not', term: sender }, 'other')).toBe(true);
    expect(possible({ op: 'not', term: { op: 'or', terms: [kernel, sender] } }, 'kernel')).toBe(false);
    expect(possible({ op: 'not', term: { op: 'or', terms: [kernel, sender] } }, 'other')).toBe(true);
  });
});
