/** Makes a value at its first use: chevrotain's lexers and parsers take milliseconds, and most runs need few of them. */
export function once<T extends object>(create: () => T): () => T {
  let made: T | undefined;
  return () => {
    made ??= create();
    return made;
  };
}
