/** Characters that no JSON writer escapes: a literal of these stands in the raw bytes as it is. */
const NEVER_ESCAPED = /^[A-Za-z0-9 _.,:;()[\]{}#*+=?!@%$^|~`-]*$/;

/** Up to how many literals are searched for byte by byte; more, in a string made of the bytes. */
const FEW = 2;

/** The literals of a `WantProbe`, prepared for both kinds of input. */
export class Probe {
  readonly #literals: readonly string[];
  /** The literals' UTF-8 bytes, one character each: compared with bytes read the same way. */
  readonly #asBytes: readonly string[];
  readonly #isPlain: boolean;

  constructor(literals: readonly string[]) {
    this.#literals = literals;
    this.#asBytes = literals.map((literal) => Buffer.from(literal, 'utf8').toString('latin1'));
    this.#isPlain = literals.every((literal) => NEVER_ESCAPED.test(literal));
  }

  /** Whether one of the literals stands in these bytes of a text message. */
  isInBytes(bytes: Buffer, from: number, to: number): boolean {
    const text = bytes.toString('latin1', from, to);
    return this.#asBytes.some((literal) => text.includes(literal));
  }

  /** False only where the raw bytes of a JSON object show that none of the literals is in its message. */
  mayBeInJson(bytes: Buffer, from: number, to: number): boolean {
    return !this.#isPlain || this.isInBytes(bytes, from, to);
  }

  isIn(message: string): boolean {
    return this.#literals.some((literal) => message.includes(literal));
  }
}
