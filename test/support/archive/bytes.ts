import { createHash } from 'node:crypto';

export const u16 = (value: number): Buffer => {
  const bytes = Buffer.alloc(2);
  bytes.writeUInt16LE(value & 0xffff);
  return bytes;
};

export const u32 = (value: number): Buffer => {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value >>> 0);
  return bytes;
};

export const u64 = (value: bigint | number): Buffer => {
  const bytes = Buffer.alloc(8);
  bytes.writeBigUInt64LE(BigInt.asUintN(64, BigInt(value)));
  return bytes;
};

export const text = (value: string): Buffer => Buffer.from(`${value}\0`);

/** A text in a field of fixed size. */
export const field = (value: string, size: number): Buffer => {
  const bytes = Buffer.alloc(size);
  bytes.write(value, 0, size - 1, 'utf8');
  return bytes;
};

export const pad8 = (bytes: Buffer): Buffer => {
  const rest = bytes.length & 7;
  return rest === 0 ? bytes : Buffer.concat([bytes, Buffer.alloc(8 - rest)]);
};

export const chunk = (tag: number, subtag: number, data: Buffer): Buffer =>
  Buffer.concat([u32(tag), u32(subtag), u64(data.length), data]);

/** A UUID that depends on a name alone. */
export const uuidOf = (name: string): Buffer => createHash('sha1').update(name).digest().subarray(0, 16);

export const hexName = (uuid: Buffer): string => uuid.toString('hex').toUpperCase();

export const dashedUuid = (uuid: Buffer): string =>
  hexName(uuid).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
