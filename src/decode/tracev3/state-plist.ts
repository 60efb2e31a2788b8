/** The text of a state that is a binary property list. Undefined where it cannot be shown. */
export function decodeStatePlist(_bytes: Buffer): string | undefined {
  return undefined;
}
