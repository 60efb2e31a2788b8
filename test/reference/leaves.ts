/** Whether a printed value is there: as one value, or as several that were printed side by side. */
export function isHeld(fields: unknown, printed: string): boolean {
  const leaves = leavesOf(fields);
  return (
    leaves.some((leaf) => leaf.holds(printed)) ||
    leaves
      .map(({ text }) => text)
      .join('')
      .includes(printed)
  );
}

interface Leaf {
  readonly text: string;
  /** Whether this value is, or has in it, what was printed. */
  holds(printed: string): boolean;
}

/** The values of an event, those inside composite ones too. */
function leavesOf(fields: unknown): Leaf[] {
  if (fields === undefined || fields === null) return [];
  if (typeof fields === 'object') return Object.values(fields).flatMap(leavesOf);
  const text = String(fields);
  const hex = typeof fields === 'number' || typeof fields === 'bigint' ? fields.toString(16) : text;
  return [
    {
      text,
      holds: (printed) =>
        typeof fields === 'string'
          ? text.toLowerCase().includes(printed.toLowerCase())
          : text === printed ||
            hex === printed.toLowerCase() ||
            Number(printed) === Number(text) ||
            (typeof fields === 'boolean' && /^(?:yes|no|true|false|0|1)$/i.test(printed)),
    },
  ];
}

/** Everything that an event says, in one text: of a structured body some words become names (`viable`, `uses`). */
export function namesAndValues(fields: unknown): string {
  if (fields === undefined || fields === null) return '';
  if (typeof fields !== 'object') return String(fields);
  return Object.entries(fields)
    .map(([name, value]) => `${name} ${namesAndValues(value)}`)
    .join(' ');
}
