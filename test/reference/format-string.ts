/** printf as the kernel has it, both ways: enough to write a message anew with values of our own. */

const CONVERSION = /%(?:\{[^}]*\})?([-+ #0']*)(\d+)?(?:\.(\d+|\*))?(?:hh|h|ll|l|q|j|z|t|L)?([%@a-zA-Z])/g;

export interface Rendered {
  readonly message: string;
  /** The arguments as they stand in the message, in its order, blanks around them removed. */
  readonly values: readonly string[];
}

/**
 * The message of a format string with numbers that no other argument has. Texts are those of the example: what they may be
 * is known to whoever wrote the example.
 */
export function renderAnew(format: string, example: string, names: readonly string[] = []): Rendered {
  const { texts, rest } = argumentsOf(format, example);
  const values: string[] = [];
  let index = 0;
  const message = format.replace(
    CONVERSION,
    (_written, flags: string, width: string | undefined, _precision, conversion: string) => {
      if (conversion === '%') return '%';
      const value = renderOne(conversion, index, plausible(texts[index] ?? 'text', names[index] ?? ''));
      index += 1;
      values.push(value.trim());
      const pad = flags.includes('0') ? '0' : ' ';
      return width === undefined ? value : value.padStart(Number(width), pad);
    },
  );
  return { message: message.replace(/\n+$/, '') + rest, values };
}

/** Where the reference knew no value it wrote `text`; of a UUID that says too little. */
function plausible(text: string, name: string): string {
  return text === 'text' && /uuid/i.test(name) ? '0F00BA12-1111-4222-8333-44445555AAAA' : text;
}

export function hasPlaceholderUuid(format: string, example: string, names: readonly string[]): boolean {
  return argumentsOf(format, example).texts.some((text, index) => plausible(text, names[index] ?? '') !== text);
}

function renderOne(conversion: string, index: number, text: string): string {
  const number = 10_007 + 97 * index;
  switch (conversion) {
    case 'd':
    case 'i':
    case 'u':
      return String(number);
    case 'x':
    case 'p':
      return number.toString(16);
    case 'X':
      return number.toString(16).toUpperCase();
    default:
      return text;
  }
}

/** The arguments of the example, and what it has behind the format where that is the beginning of a line only. */
function argumentsOf(format: string, example: string): { texts: readonly string[]; rest: string } {
  let from = 0;
  let source = '';
  for (const match of format.matchAll(CONVERSION)) {
    source += escaped(format.slice(from, match.index)) + (match[4] === '%' ? '%' : '([\\s\\S]*?)');
    from = match.index + match[0].length;
  }
  source += escaped(format.slice(from).trimEnd());
  const found = new RegExp(`^${source}\\s*$`).exec(example) ?? new RegExp(`^${source}(?=>)`).exec(example);
  if (found === null) return { texts: [], rest: '' };
  return { texts: found.slice(1), rest: example.slice(found[0].length) };
}

function escaped(literal: string): string {
  return literal.replaceAll(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
}
