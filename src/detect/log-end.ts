import type { Micros } from '../model/units.ts';
import type { Observed } from './observed.ts';

/** Time of the last record of the capture, recognised or not. At `finish` only. */
export function endOfLog({ capture, lastAt }: Observed): Micros {
  return capture.ends.reduce<Micros>((latest, end) => (end !== undefined && end > latest ? end : latest), lastAt);
}
