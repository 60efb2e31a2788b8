import type { Catalog, FamilySpec, Predicate } from '../../src/model/catalog.ts';
import { createRecognizer } from '../../src/recognize/recognizer.ts';
import { makeRecord, type RecordParts } from '../support/encode-styles.ts';

/** An origin that a family's gate admits, worked out from the gate itself; undefined where it can be admitted by none. */
export interface WitnessOrigin {
  readonly process?: string;
  readonly sender?: string;
  readonly subsystem?: string;
  readonly category?: string;
  readonly processImagePath?: string;
  readonly role?: string;
}

/** Every way in which a gate can be passed, the first terms of its alternatives first. */
export function witnessesOf(where: Predicate): WitnessOrigin[] {
  switch (where.op) {
    case 'true':
      return [{}];
    case 'false':
      return [];
    case 'or':
      return where.terms.flatMap(witnessesOf);
    case 'and':
      return where.terms.reduce<WitnessOrigin[]>(
        (sofar, term) => sofar.flatMap((one) => witnessesOf(term).flatMap((other) => joined(one, other))),
        [{}],
      );
    case 'not':
      // What must not be is left to the default names of the test.
      return [{}];
    case 'compare':
      // That a provider is not meant leaves the role open.
      return where.field === 'role' && where.comparator === '!='
        ? [{}]
        : valuesOf(where).map((value) => ({ [where.field]: value }));
  }
}

function joined(one: WitnessOrigin, other: WitnessOrigin): WitnessOrigin[] {
  const clash = Object.entries(other).some(([key, value]) => {
    const known = one[key as keyof WitnessOrigin];
    return known !== undefined && known !== value;
  });
  return clash ? [] : [{ ...one, ...other }];
}

function valuesOf({ comparator, value }: Extract<Predicate, { op: 'compare' }>): string[] {
  const list = Array.isArray(value) ? value.map(String) : [String(value)];
  switch (comparator) {
    case '==':
    case 'in':
    case 'beginswith':
    case 'endswith':
    case 'contains':
      return list;
    case 'like':
      return list.map((pattern) => pattern.replaceAll('*', ''));
    case '!=':
      return ['com.example.acme'];
    default:
      return [''];
  }
}

const PROVIDER = 'com.example.acme.tunnel.network-extension';

function partsOf({ role, processImagePath, ...origin }: WitnessOrigin): RecordParts {
  const named = origin.process ?? processImagePath?.split('/').at(-1);
  const process = named === undefined || named === '' ? (role === 'provider' ? PROVIDER : 'Acme Browser') : named;
  return { ...origin, process: origin.process === '' ? '' : process, sender: origin.sender ?? process };
}

/** An origin that the family admits. */
export function originOf(family: FamilySpec, catalog: Catalog): RecordParts {
  const own = createRecognizer({
    catalog: { ...catalog, families: [family], vocabularies: [] },
    onProvider: () => undefined,
  });
  const found = witnessesOf(family.where)
    .map(partsOf)
    .find((parts) => own.want(makeRecord(parts).origin) !== 'none');
  if (found === undefined) throw new Error(`no origin passes the gate of ${family.name}`);
  return found;
}
