import type { ProfilePayload } from '../../model/machine.ts';
import { isPlain } from '../plist/keyed-archive.ts';

/** Payload types that decide where packets go, and who may look at them. Source: Apple's device management profile keys. */
const TYPES =
  /^com\.apple\.(?:vpn\.managed(?:\.(?:applayer|alwayson))?|webcontent-filter|dnsProxy\.managed|dnsSettings\.managed|relay\.managed|system-extension-policy|networkusagerules|proxy\.http\.global)$/;
const MOST = 200;
const DEEPEST = 6;

/** The network payloads of a configuration profile, or of a list of profiles, wherever they stand in it. */
export function payloadsOf(list: unknown): ProfilePayload[] {
  const found: ProfilePayload[] = [];
  const look = (value: unknown, depth: number): void => {
    if (depth > DEEPEST || found.length >= MOST) return;
    if (Array.isArray(value)) for (const each of value) look(each, depth + 1);
    if (!isPlain(value)) return;
    const { PayloadType: type, PayloadDisplayName: name } = value;
    if (typeof type === 'string' && TYPES.test(type)) found.push({ type, name: typeof name === 'string' ? name : '' });
    for (const each of Object.values(value)) look(each, depth + 1);
  };
  look(list, 0);
  return found;
}
