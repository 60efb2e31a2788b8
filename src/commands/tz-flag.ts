import * as Flags from '@oclif/core/flags';
import { UserError } from '../lib/errors.ts';
import { areaZone, fixedZone, type Zone } from '../lib/time-zone.ts';
import { nearest } from './nearest.ts';

/** For exports that lack it: compact style, the syslog of a device, launchd's log and old NSLog lines print no offset. */
export const tzFlag = Flags.string({
  helpValue: 'ZONE',
  summary:
    'The zone of times that carry no UTC offset: local, utc, capture (that of another input, else unknown; the default), Europe/Berlin or +02:00.',
  helpGroup: 'TIME',
});

const WORDS = ['local', 'utc', 'capture'];
const OFFSET = /^([+-])(\d{1,2})(?::?([0-5]\d))?$/;
/** The clocks of no place are further ahead, or behind. */
const MOST_MINUTES = 14 * 60;

/** The zone that was given; undefined for that of the capture. Throws `UserError` (exit code 2) for what is none. */
export function zoneOf(text: string | undefined): Zone | undefined {
  const word = text?.trim().toLowerCase();
  if (text === undefined || word === 'capture') return undefined;
  if (word === 'utc' || word === 'z') return fixedZone(0);
  const zone =
    offsetZone(text.trim()) ??
    areaZone(word === 'local' ? new Intl.DateTimeFormat().resolvedOptions().timeZone : text.trim());
  if (zone !== undefined) return zone;
  const near = nearestZones(text.trim());
  const hint = near.length > 0 ? `did you mean ${near.join(' or ')}?` : 'an area and a city, as in Europe/Berlin';
  const message = `--tz takes local, utc, capture, an area as Europe/Berlin or an offset as +02:00; ${JSON.stringify(text)} is none`;
  throw new UserError(message, { exitCode: 2, hint });
}

/** By the whole name, else by the city, in whatever area it lies. */
function nearestZones(text: string): readonly string[] {
  const areas = Intl.supportedValuesOf('timeZone');
  const near = nearest(text, [...WORDS, ...areas]);
  if (near.length > 0) return near;
  const cityOf = (name: string): string => name.slice(name.lastIndexOf('/') + 1);
  const cities = nearest(cityOf(text).replaceAll(' ', '_'), areas.map(cityOf));
  return cities.flatMap((city) => areas.filter((area) => cityOf(area) === city));
}

function offsetZone(text: string): Zone | undefined {
  const [, sign, hours, minutes = '0'] = OFFSET.exec(text) ?? [];
  const size = Number(hours) * 60 + Number(minutes);
  if (sign === undefined || size > MOST_MINUTES) return undefined;
  return fixedZone(sign === '-' ? 0 - size : size);
}
