/** States in which the provider or the kernel turned a flow down. */
export const FAILED_STATES: ReadonlySet<string> = new Set(['rejected', 'orphaned', 'failed']);
