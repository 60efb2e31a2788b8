export interface TarMember {
  readonly name: string;
  readonly content?: string | Buffer;
  /** `0` a file, `1` a hard link, `2` a symbolic link, `3` a character device, `5` a folder. */
  readonly type?: string;
  /** Stated instead of the content's length. */
  readonly size?: number;
}

/** A tar archive as POSIX ustar describes it, written without the library that reads it. */
export function writeTar(members: readonly TarMember[]): Buffer {
  const blocks = members.flatMap(({ name, content = '', type = '0', size }) => {
    const body = Buffer.from(content);
    const header = Buffer.alloc(512);
    // What does not fit into the name stands in the prefix, split at a slash.
    const cut = name.length <= 100 ? -1 : name.indexOf('/', name.length - 101);
    header.write(name.slice(cut + 1), 0, 100, 'utf8');
    header.write(name.slice(0, Math.max(0, cut)), 345, 155, 'utf8');
    header.write('0000644\0', 100, 'latin1');
    header.write('0000000\0'.repeat(2), 108, 'latin1');
    header.write(`${(size ?? body.length).toString(8).padStart(11, '0')}\0`, 124, 'latin1');
    header.write('00000000000\0', 136, 'latin1');
    header.write('        ', 148, 'latin1');
    header.write(type, 156, 'latin1');
    header.write(type === '1' || type === '2' ? '/etc/passwd' : '', 157, 'latin1');
    header.write('ustar\x0000', 257, 'latin1');
    const sum = header.reduce((total, byte) => total + byte, 0);
    header.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148, 'latin1');
    return [header, body, Buffer.alloc((512 - (body.length % 512)) % 512)];
  });
  return Buffer.concat([...blocks, Buffer.alloc(1024)]);
}
