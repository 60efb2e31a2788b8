import type { ConfigurationKind, ExtensionConfiguration } from '../../model/machine.ts';
import { isPlain, unarchive } from '../plist/keyed-archive.ts';

const UUID = /^[0-9A-F]{8}(?:-[0-9A-F]{4}){3}-[0-9A-F]{12}$/i;
/** More configurations no machine has. */
const MOST = 200;

/** What a configuration holds, and so what it is. Source: sysdiagnose-layout. */
const KINDS: readonly (readonly [key: string, kind: ConfigurationKind])[] = [
  ['alwaysonvpn', 'always-on-vpn'],
  ['appvpn', 'app-vpn'],
  ['vpn', 'vpn'],
  ['contentfilter', 'content-filter'],
  ['dnsproxy', 'dns-proxy'],
  ['dnssettings', 'dns-settings'],
  ['relay', 'relay'],
  ['pathcontroller', 'path-controller'],
  ['apppush', 'app-push'],
];

type Fields = ReadonlyMap<string, unknown>;

/** The configurations in `com.apple.networkextension.plist`, by name; undefined where the list is of another form. */
export function configurationsOf(list: unknown): ExtensionConfiguration[] | undefined {
  const top = unarchive(list);
  if (top === undefined) return undefined;
  const named = Object.entries(top).filter(([key, value]) => UUID.test(key) && isPlain(value));
  const configurations = named.slice(0, MOST).map(([id, value]) => configurationOf(id, fieldsOf(value)));
  return configurations.sort((a, b) => (a.name < b.name ? -1 : 1));
}

function configurationOf(id: string, fields: Fields): ExtensionConfiguration {
  const found = KINDS.find(([key]) => isPlain(fields.get(key)));
  const part = fieldsOf(found === undefined ? undefined : fields.get(found[0]));
  const protocol = fieldsOf(part.get('protocol') ?? part.get('provider') ?? part.get('providerconfiguration'));
  const rules = part.get('ondemandrules');
  return defined({
    id,
    name: textOf(fields.get('name')) ?? '',
    kind: found?.[1] ?? 'unknown',
    application: textOf(fields.get('application')),
    provider: providerOf(part, protocol),
    isEnabled: flagOf(part.get('enabled')),
    isOnDemand: flagOf(part.get('ondemandenabled')),
    onDemandRules: Array.isArray(rules) ? rules.length : undefined,
    includesAllNetworks: flagOf(protocol.get('includeallnetworks')),
    excludesLocalNetworks: flagOf(protocol.get('excludelocalnetworks')),
    enforcesRoutes: flagOf(protocol.get('enforceroutes')),
    disconnectsOnSleep: flagOf(protocol.get('disconnectonsleep')),
    isManaged: [...fields.keys()].some((key) => key === 'profileinfo' || key === 'payloadinfo') ? true : undefined,
  });
}

function providerOf(...places: readonly Fields[]): string | undefined {
  for (const fields of places) {
    for (const key of ['neproviderbundleidentifier', 'providerbundleidentifier', 'dataproviderbundleidentifier']) {
      const text = textOf(fields.get(key));
      if (text !== undefined) return text;
    }
  }
  return undefined;
}

/** Releases differ in how they write the keys: they are compared without case and punctuation. */
function fieldsOf(value: unknown): Fields {
  if (!isPlain(value)) return new Map();
  return new Map(Object.entries(value).map(([key, each]) => [key.toLowerCase().replaceAll(/[^a-z0-9]/g, ''), each]));
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}

function flagOf(value: unknown): boolean | undefined {
  if (typeof value === 'boolean') return value;
  return value === 0 || value === 1 ? value === 1 : undefined;
}

/** Leaves out what is undefined: what is not said is not in the report. */
function defined(value: { readonly [K in keyof ExtensionConfiguration]-?: ExtensionConfiguration[K] | undefined }) {
  const entries = Object.entries(value).filter(([, each]) => each !== undefined);
  // The three that must be there are never undefined.
  return Object.fromEntries(entries) as unknown as ExtensionConfiguration;
}
