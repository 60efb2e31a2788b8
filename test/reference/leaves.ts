export interface Leaf {
  /** Whether this value is, or has in it, what was printed. */
  holds(printed: string): boolean;
}

/** The values of an event, those inside composite ones too. */
export function leavesOf(fields: unknown): Leaf[] {
  if (fields === undefined || fields === null) return [];
  if (typeof fields === 'object') return Object.values(fields).flatMap(leavesOf);
  const text = String(fields);
  const hex = typeof fields === 'number' || typeof fields === 'bigint' ? fields.toString(16) : text;
  return [
    {
      holds: (printed) =>
        typeof fields === 'string'
          ? text.toLowerCase().includes(printed.toLowerCase())
          : text === printed ||
            hex === printed.toLowerCase() ||
            Number(printed) === Number(text) ||
            typeof fields === 'boolean',
    },
  ];
}
