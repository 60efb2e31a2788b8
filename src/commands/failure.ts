import { UserError } from '../lib/errors.ts';
import { visible } from '../render/terminal/visible.ts';
import { nearest } from './nearest.ts';

/** How a run ended that did not end well: what stderr gets, and the exit code. */
export interface Failure {
  readonly exitCode: number;
  /** Empty where nothing is to be said. */
  readonly text: string;
}

/** What oclif's errors carry, as far as it is used here; their classes are not exported. */
interface OclifError {
  readonly oclif?: { readonly exit?: number | false };
  /** Of parse errors: the flags of the command. */
  readonly parse?: { readonly input?: { readonly flags?: Readonly<Record<string, unknown>> } };
  /** Of `NonExistentFlagsError`: the flags as typed. */
  readonly flags?: readonly string[];
  readonly args?: readonly unknown[];
}

const USAGE = 2;
const INTERNAL = 70;

/**
 * What went wrong in the words of the person who runs the program: what they can put right in two lines at most, our own
 * bugs with everything a report needs. `command` is the command that ran, if it came to that.
 */
export function failureOf(error: unknown, version: string, command: string | undefined): Failure {
  if (error instanceof UserError) {
    const detail = error.detail.map((line) => `${visible(line)}\n`).join('');
    return { exitCode: error.exitCode, text: twoLines(error.message, undefined) + detail + hintLine(error.hint) };
  }
  if (!(error instanceof Error)) return internal(String(error), version);
  // Every field is optional and checked before use, so any error fits.
  const { oclif, parse, flags } = error as OclifError;
  if ('code' in error && error.code === 'EEXIT') return { exitCode: oclif?.exit || 0, text: '' };
  if (oclif?.exit !== USAGE) return internal(error.stack ?? error.message, version);
  const help = `see necropsy ${command === undefined ? '' : `${command} `}--help`;
  if (flags !== undefined)
    return { exitCode: USAGE, text: unknownFlags(flags, Object.keys(parse?.input?.flags ?? {}), help) };
  return { exitCode: USAGE, text: twoLines(plain(error.message), help) };
}

function unknownFlags(typed: readonly string[], known: readonly string[], help: string): string {
  const names = typed.map((flag) => flag.replace(/=.*$/s, ''));
  const near = names.flatMap((name) => nearest(name.replace(/^-+/, ''), known, 1)).map((name) => `--${name}`);
  const meant = near.length > 0 ? `did you mean ${[...new Set(near)].join(' and ')}? ${help}` : help;
  return twoLines(`unknown flag${names.length > 1 ? 's' : ''} ${names.join(', ')}`, meant);
}

/** oclif's message on one line, without its own pointer to the help. */
function plain(message: string): string {
  const text = message
    .replace(/\n?See more help with --help/, '')
    .replace(/\s*\n\s*/g, ' ')
    .trim();
  return text.charAt(0).toLowerCase() + text.slice(1);
}

function twoLines(what: string, hint: string | undefined): string {
  return `necropsy: ${visible(what)}\n${hintLine(hint)}`;
}

function hintLine(hint: string | undefined): string {
  return hint === undefined ? '' : `${visible(hint)}\n`;
}

function internal(stack: string, version: string): Failure {
  const lines = stack.split('\n').map(visible).join('\n');
  const machine = `necropsy ${version}, node ${process.version}, ${process.platform} ${process.arch}`;
  const text = `necropsy: internal error\n${lines}\n${machine}\nThis is a fault of necropsy, not of your capture: please report it with the lines above.\n`;
  return { exitCode: INTERNAL, text };
}
