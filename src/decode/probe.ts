/** Characters that no JSON writer escapes: a literal of these stands in the raw bytes as it is. */
const NEVER_ESCAPED = /^[A-Za-z0-9 _.,:;()[\]{}#*+=?!@%$^|~`-]*$/;

/** The literals of a `WantProbe`, prepared for both kinds of input. */
export class Probe {
  readonly #literals: readonly string[];
  readonly #asBytes: readonly Buffer[];
  readonly #isPlain: boolean;

  constructor(literals: readonly string[]) {
    this.#literals = literals;
    this.#asBytes = literals.map((literal) => Buffer.from(literal, 'utf8'));
    this.#isPlain = literals.every((literal) => NEVER_ESCAPED.test(literal));
  }

  /** Whether one of the literals stands in these bytes of a text message. */
  isInBytes(bytes: Buffer, from: number, to: number): boolean {
    for (const literal of this.#asBytes) if (holds(bytes, from, to, literal)) return true;
    return false;
  }

  /** False only where the raw bytes of a JSON object show that none of the literals is in its message. */
  mayBeInJson(bytes: Buffer, from: number, to: number): boolean {
    return !this.#isPlain || this.isInBytes(bytes, from, to);
  }

  isIn(message: string): boolean {
    return this.#literals.some((literal) => message.includes(literal));
  }
}

/** A message is short: a plain loop is faster than a native search, which knows no end and would run through the block. */
function holds(bytes: Buffer, from: number, to: number, literal: Buffer): boolean {
  const first = literal[0];
  const length = literal.length;
  const last = to - length;
  for (let i = from; i <= last; i++) {
    if (bytes[i] !== first) continue;
    let same = 1;
    while (same < length && bytes[i + same] === literal[same]) same++;
    if (same >= length) return true;
  }
  return length === 0;
}
