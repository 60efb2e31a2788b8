/** One line for a report: what was thrown, without a stack (paths of a machine do not belong into a report). */
export function describeError(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.name === 'Error' ? error.message : `${error.name}: ${error.message}`;
}
