/**
 * Writes protobuf messages: fields in the order in which they are given, which is all that this needs.
 * Source: https://protobuf.dev/programming-guides/encoding.
 */
export type ProtoField =
  | readonly [field: number, value: number | bigint | string | Uint8Array]
  | readonly [field: number, value: number, type: 'fixed64'];

const UTF8 = new TextEncoder();

/** The bytes of a message: numbers as varints (whole, not negative), strings and messages with their length. */
export function message(fields: readonly ProtoField[]): Uint8Array {
  return concat(fields.map(fieldBytes));
}

function fieldBytes([field, value, type]: ProtoField): Uint8Array {
  if (type === 'fixed64' && typeof value === 'number')
    return Uint8Array.from([...varint(field * 8 + 1), ...fixed64(value)]);
  if (typeof value === 'number' || typeof value === 'bigint')
    return Uint8Array.from([...varint(field * 8), ...varint(value)]);
  const bytes = typeof value === 'string' ? UTF8.encode(value) : value;
  return concat([Uint8Array.from([...varint(field * 8 + 2), ...varint(bytes.length)]), bytes]);
}

/** Seven bits at a time, the low ones first; by division, since shifts end at 32 bits. */
function varint(value: number | bigint): number[] {
  if (value < 0) throw new RangeError(`${value} is negative`);
  const bytes: number[] = [];
  let large = BigInt(value);
  for (; large > BigInt(Number.MAX_SAFE_INTEGER); large /= 128n) bytes.push(Number(large % 128n) + 128);
  let rest = Number(large);
  for (; rest >= 128; rest = Math.floor(rest / 128)) bytes.push((rest % 128) + 128);
  bytes.push(rest);
  return bytes;
}

function fixed64(value: number): Uint8Array {
  const bytes = new Uint8Array(8);
  new DataView(bytes.buffer).setBigUint64(0, BigInt(value), true);
  return bytes;
}

export function concat(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
