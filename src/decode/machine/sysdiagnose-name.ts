import type { MachineFacts } from '../../model/machine.ts';

/** `sysdiagnose_2026.03.18_14-06-00+0100_macOS_Mac_25E246`. Source: sysdiagnose-layout. */
const NAME =
  /sysdiagnose_(\d{4})\.(\d\d)\.(\d\d)_(\d\d)-(\d\d)-(\d\d)([+-]\d\d)(\d\d)_([A-Za-z-]+)_[A-Za-z0-9-]+_([0-9A-Za-z]+)/;

const PLATFORMS: Readonly<Record<string, string>> = {
  macOS: 'macOS',
  'iPhone-OS': 'iOS',
  iOS: 'iOS',
  'Apple-TVOS': 'tvOS',
  tvOS: 'tvOS',
  'Watch-OS': 'watchOS',
  watchOS: 'watchOS',
  xrOS: 'visionOS',
  visionOS: 'visionOS',
};

/** What the name of a sysdiagnose says of the machine. */
export function factsOfName(name: string): Pick<MachineFacts, 'platform' | 'build' | 'takenAt'> {
  const match = NAME.exec(name);
  if (match === null) return {};
  const [, year, month, day, hour, minute, second, offset, minutes, platform = '', build = ''] = match;
  return {
    platform: PLATFORMS[platform] ?? platform,
    build,
    takenAt: `${year}-${month}-${day}T${hour}:${minute}:${second}${offset}:${minutes}`,
  };
}
