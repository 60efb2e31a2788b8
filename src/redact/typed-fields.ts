import type { Kind } from './kinds.ts';

/** Names of fields, in small letters without anything between, and what stands in them. `endpoint` may be of several kinds. */
const FIELDS: Readonly<Record<string, Kind | 'endpoint'>> = {
  ...all(
    'host hostname remotehostname server serveraddress servername serverhost sni qname question dnsname remotehost trackerdomain'.split(
      ' ',
    ),
    'endpoint',
  ),
  ...all(
    'endpoint remote local remoteendpoint localendpoint remoteaddress localaddress destination gateway router address addresses'.split(
      ' ',
    ),
    'endpoint',
  ),
  ...all('user username login shortname'.split(' '), 'user'),
  ...all('account accountname accountidentifier appleid remoteidentifier localidentifier'.split(' '), 'account'),
  ...all('ssid ssidstr'.split(' '), 'ssid'),
  ...all('computername devicename localhostname'.split(' '), 'device'),
  ...all('configurationname vpnname profilename localizeddescription'.split(' '), 'config'),
  ...all('serialnumber udid ecid imei iccid'.split(' '), 'serial'),
  ...all(
    'app bundle bundleid bundleidentifier sourceappidentifier sourceappsigningidentifier signingidentifier application provider process executable job client caller'.split(
      ' ',
    ),
    'app',
  ),
  ...all('team teamid teamidentifier'.split(' '), 'team'),
};

/** Fields whose name alone does not tell: by the event. */
const OF_EVENTS: Readonly<Record<string, Kind | 'endpoint'>> = {
  'networkextension.provider/configuration-loaded.name': 'config',
  'pkd/host-allowed.host': 'app',
};

function all<V>(names: readonly string[], value: V): Record<string, V> {
  return Object.fromEntries(names.map((name) => [name, value]));
}

/** What the catalog has told apart in a message, flattened: kind and value of everything that is somebody's. */
export function typedValues(
  event: string,
  fields: Readonly<Record<string, unknown>>,
): (readonly [Kind | 'endpoint', string])[] {
  const found: (readonly [Kind | 'endpoint', string])[] = [];
  const visit = (name: string, value: unknown, depth: number): void => {
    if (typeof value === 'string') {
      const kind = kindOf(event, name, value);
      if (kind !== undefined && value !== '') found.push([kind, value]);
    } else if (Array.isArray(value)) for (const each of value) visit(name, each, depth);
    else if (typeof value === 'object' && value !== null && depth < 8) {
      // A session as nesessionmanager names it: its name is what a person called it.
      if ('class' in value && 'name' in value && 'id' in value && typeof value.name === 'string')
        found.push(['config', value.name]);
      for (const [key, each] of Object.entries(value)) visit(key, each, depth + 1);
    }
  };
  for (const [name, value] of Object.entries(fields)) visit(name, value, 0);
  return found;
}

/** The same fields, each text as `write` has it: told what stands in it, where that is known. */
export function rewriteFields(
  event: string,
  fields: Readonly<Record<string, unknown>>,
  write: (text: string, kind: Kind | 'endpoint' | undefined) => string,
): Readonly<Record<string, unknown>> {
  const visit = (name: string, value: unknown, isSession: boolean): unknown => {
    if (typeof value === 'string')
      return write(value, isSession && name === 'name' ? 'config' : kindOf(event, name, value));
    if (Array.isArray(value)) return value.map((each) => visit(name, each, false));
    return typeof value === 'object' && value !== null ? part({ ...value }) : value;
  };
  const part = (of: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> => {
    const isSession = 'class' in of && 'name' in of && 'id' in of;
    return Object.fromEntries(Object.entries(of).map(([key, value]) => [key, visit(key, value, isSession)]));
  };
  return Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, visit(name, value, false)]));
}

function kindOf(event: string, name: string, value: string): Kind | 'endpoint' | undefined {
  const special = OF_EVENTS[`${event}.${name}`];
  if (special !== undefined) return special;
  const plain = name.toLowerCase().replaceAll(/[^a-z]/g, '');
  // mDNSResponder calls the names that are asked for so; flows the host that the app asked for.
  if (plain === 'name' && /mdns|new-flow|flow-handled/.test(event)) return 'endpoint';
  if (plain === 'name' && /configuration|last-disconnect|relay/.test(event)) return 'config';
  if (plain === 'host' && event.startsWith('pkd')) return 'app';
  return Object.hasOwn(FIELDS, plain) && !/^\d+$/.test(value) ? FIELDS[plain] : undefined;
}
