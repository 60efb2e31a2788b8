import { note } from './output.ts';

export interface Interrupt {
  /** Aborted by the first Ctrl-C: stop reading, report what was read. */
  readonly signal: AbortSignal;
  /** Gives Ctrl-C back its usual meaning. */
  release(): void;
}

const INTERRUPTED = 130;

/** The first Ctrl-C ends the reading, a second one the program. */
export function catchInterrupt(): Interrupt {
  const controller = new AbortController();
  const onInterrupt = (): void => {
    if (controller.signal.aborted) process.exit(INTERRUPTED);
    controller.abort();
    note('stopping, with what was read so far; press Ctrl-C again to quit at once');
  };
  process.on('SIGINT', onInterrupt);
  return { signal: controller.signal, release: () => process.off('SIGINT', onInterrupt) };
}
