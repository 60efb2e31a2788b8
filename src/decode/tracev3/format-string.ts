/** One conversion of a format string: `%{public,uuid_t}.16P`. */
export interface Conversion {
  /** As it stands, for messages about it. */
  readonly text: string;
  readonly letter: string;
  /** `hh`, `h`, `l`, `ll`, `q`, `j`, `z`, `t`, `L`, or empty. */
  readonly size: string;
  readonly isLeft: boolean;
  readonly hasPlus: boolean;
  readonly hasBlank: boolean;
  readonly isAlternate: boolean;
  readonly isZeroPadded: boolean;
  /** -1 where none is given. */
  readonly width: number;
  readonly hasWidthItem: boolean;
  /** -1 where none is given. */
  readonly precision: number;
  /** Name of the decoder among the attributes: `uuid_t`, `darwin.errno`; empty for none. */
  readonly decoder: string;
}

/** A format string in pieces: `literals[0] conversions[0] literals[1] …`, one literal more than conversions. */
export interface FormatString {
  readonly text: string;
  readonly literals: readonly string[];
  readonly conversions: readonly Conversion[];
}

/** Every part is bounded: a damaged string of open braces takes no time. */
const CONVERSION =
  /%(?:(?<percent>%)|(?:\{(?<attributes>[^}]{0,256})\})?(?<flags>[-+ #0']{0,16})(?<width>\*|\d{0,9})(?:\.(?<precision>\*|-?\d{0,9}))?(?<size>[hlqjztL]{0,2})(?<letter>[@aAcCdDeEfFgGimnoOpPsSuUxX]))/g;

/** Attributes that say nothing of how a value is printed. */
const PLAIN = /^(?:public|private|sensitive|auto|mask\.[\w-]+|name=.*|signpost[.:].*|xcode:.*|telemetry.*|)$/;

/** Splits Apple's format string; what is no conversion is text. Source: clang's os_log format strings. */
export function parseFormat(text: string): FormatString {
  const literals: string[] = [];
  const conversions: Conversion[] = [];
  let literal = '';
  let from = 0;
  for (const match of text.matchAll(CONVERSION)) {
    literal += withoutStray(text.slice(from, match.index));
    from = match.index + match[0].length;
    const groups = match.groups;
    if (groups?.percent !== undefined) {
      literal += '%';
      continue;
    }
    literals.push(literal);
    literal = '';
    conversions.push(conversionOf(match[0], groups ?? {}));
  }
  literals.push(literal + withoutStray(text.slice(from)));
  return { text, literals, conversions };
}

function conversionOf(text: string, groups: Readonly<Record<string, string | undefined>>): Conversion {
  const { flags = '', width = '', precision } = groups;
  return {
    text,
    letter: groups.letter ?? '',
    size: groups.size ?? '',
    isLeft: flags.includes('-'),
    hasPlus: flags.includes('+'),
    hasBlank: flags.includes(' '),
    isAlternate: flags.includes('#'),
    isZeroPadded: flags.includes('0'),
    width: width === '' || width === '*' ? -1 : Number(width),
    hasWidthItem: width === '*',
    // A dot alone is a precision of 0; a negative one is none; `*` comes with the arguments.
    precision: precision === undefined || precision === '*' || precision.startsWith('-') ? -1 : Number(precision),
    decoder: decoderOf(groups.attributes),
  };
}

function decoderOf(attributes: string | undefined): string {
  if (attributes === undefined) return '';
  return (
    attributes
      .split(',')
      .map((name) => name.trim())
      .find((name) => !PLAIN.test(name)) ?? ''
  );
}

/** Apple's tool drops the percent sign of what is no conversion: `%{public}%@` prints `{public}` and goes on. */
function withoutStray(text: string): string {
  return text.includes('%') ? text.replace(/%(?=\{)/g, '') : text;
}
