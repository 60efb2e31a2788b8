import { ACTIVITY, DEBUG, DEFAULT, ERROR, FAULT, INFO, LOSS, SIGNPOST } from '../levels.ts';
import { ACTIVITY_ENTRY, LOSS_ENTRY, SIGNPOST_ENTRY } from './firehose-entry.ts';

/** The level's number (levels.ts) of an entry by its type and level bytes. Source: libyal. */
export function levelOf(type: number, level: number): number {
  switch (type) {
    case ACTIVITY_ENTRY:
      return ACTIVITY;
    case SIGNPOST_ENTRY:
      return SIGNPOST;
    case LOSS_ENTRY:
      return LOSS;
    default:
      return levelOfByte(level);
  }
}

export function levelOfByte(level: number): number {
  switch (level) {
    case 1:
      return INFO;
    case 2:
      return DEBUG;
    case 0x10:
      return ERROR;
    case 0x11:
      return FAULT;
    default:
      return DEFAULT;
  }
}

const SCOPES: Readonly<Record<number, string>> = { 4: 'thread', 8: 'process', 12: 'system' };
const PHASES: Readonly<Record<number, string>> = { 0: 'event', 1: 'begin', 2: 'end' };

/** `process, begin` of a signpost's level byte. */
export function signpostKind(level: number): string {
  return `${SCOPES[level >> 4] ?? 'unknown'}, ${PHASES[level & 15] ?? 'unknown'}`;
}
