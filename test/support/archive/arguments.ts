import { u16, u32, u64 } from './bytes.ts';

/** Who may read an argument: as the code says, or as the system has it redacted. */
export type Privacy = 'none' | 'private' | 'public' | 'sensitive' | 'redacted';

export type Argument =
  | { readonly kind: 'int'; readonly value: bigint | number; readonly size?: 1 | 2 | 4 | 8; readonly privacy?: Privacy }
  | { readonly kind: 'double'; readonly value: number }
  | { readonly kind: 'count'; readonly value: number }
  | { readonly kind: 'string' | 'object'; readonly value: string | null; readonly privacy?: Privacy }
  /** Longer than what was kept: only its beginning is here. */
  | { readonly kind: 'cut'; readonly value: string }
  | { readonly kind: 'data'; readonly value: Buffer; readonly privacy?: Privacy }
  | { readonly kind: 'description'; readonly value: string }
  | { readonly kind: 'hash'; readonly value: Buffer };

export interface EncodedArguments {
  /** Items, then values. */
  readonly items: Buffer;
  readonly values: Buffer;
  readonly privates: Buffer;
}

const PRIVACY: Readonly<Record<Privacy, number>> = { none: 0, private: 1, public: 2, sensitive: 5, redacted: 1 };
const KIND = { string: 2, data: 3, object: 4 } as const;

export function encodeArguments(list: readonly Argument[]): EncodedArguments {
  const encoder = new ArgumentEncoder();
  for (const each of list) encoder.add(each);
  return encoder.encoded();
}

class ArgumentEncoder {
  readonly #items: Buffer[] = [];
  readonly #values: Buffer[] = [];
  readonly #privates: Buffer[] = [];

  add(argument: Argument): void {
    switch (argument.kind) {
      case 'int':
        this.#addInteger(u64(argument.value).subarray(0, argument.size ?? 4), argument.privacy ?? 'none');
        break;
      case 'double':
        this.#item(0, doubleBytes(argument.value));
        break;
      case 'count':
        this.#item(0x12, u32(argument.value));
        break;
      case 'hash':
        this.#item(0xf2, range(this.#values, argument.value));
        break;
      case 'description':
        this.#item(0x81, range(this.#privates, Buffer.from(`${argument.value}\0`)));
        break;
      case 'cut':
        this.#item(0x22, range(this.#values, Buffer.from(argument.value), 0x8000));
        break;
      default:
        this.#addRange(KIND[argument.kind], argument.value, argument.privacy ?? 'public');
    }
  }

  encoded(): EncodedArguments {
    return {
      items: Buffer.concat([Buffer.from([2, this.#items.length / 2]), ...this.#items]),
      values: Buffer.concat(this.#values),
      privates: Buffer.concat(this.#privates),
    };
  }

  #addInteger(bytes: Buffer, privacy: Privacy): void {
    if (privacy === 'redacted') this.#item(1, Buffer.concat([u16(0), u16(0x8000)]));
    else if (privacy === 'private') this.#item(1, range(this.#privates, bytes));
    else this.#item(PRIVACY[privacy], bytes);
  }

  #addRange(kind: number, value: string | Buffer | null, privacy: Privacy): void {
    const type = (kind << 4) | PRIVACY[privacy];
    const data = value === null ? Buffer.alloc(0) : typeof value === 'string' ? Buffer.from(`${value}\0`) : value;
    if (privacy === 'redacted' || privacy === 'sensitive') this.#item(type, Buffer.alloc(4));
    else this.#item(type, range(privacy === 'private' ? this.#privates : this.#values, data));
  }

  #item(type: number, data: Buffer): void {
    this.#items.push(Buffer.from([type, data.length]), data);
  }
}

function range(into: Buffer[], data: Buffer, flag = 0): Buffer {
  const at = into.reduce((sum, { length }) => sum + length, 0);
  into.push(data);
  return Buffer.concat([u16(at), u16(data.length | flag)]);
}

function doubleBytes(value: number): Buffer {
  const bytes = Buffer.alloc(8);
  bytes.writeDoubleLE(value);
  return bytes;
}
