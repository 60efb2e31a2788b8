/** Longer names are made to hurt. */
const LONGEST = 1024;

/**
 * The path of a container's member as we name it: relative, with slashes, without `.`. Undefined for names that point out of
 * the container (`..`, absolute ones, drive letters) or are no names: such members are passed over. Nothing is ever written
 * to disk; a name is refused because it lies about where the file was.
 */
export function memberPath(name: string): string | undefined {
  if (name.length > LONGEST || name.includes('\0')) return undefined;
  if (/^(?:[/\\]|[A-Za-z]:)/.test(name)) return undefined;
  const parts = name.split('/').filter((part) => part !== '' && part !== '.');
  return parts.length === 0 || parts.includes('..') ? undefined : parts.join('/');
}

/** What a Mac writes beside a file on foreign disks: the file's attributes, never its content. */
export function isAppleDouble(path: string): boolean {
  return path.slice(path.lastIndexOf('/') + 1).startsWith('._') || path.startsWith('__MACOSX/');
}
