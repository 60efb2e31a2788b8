import { duration, bytes as inBytes } from '../render/terminal/words.ts';
import { surroundings } from './terminal.ts';

/** Runs that are shorter show nothing. */
const PATIENCE_MS = 1000;
const REFRESH_MS = 200;

export interface ProgressDisplay {
  /** For `onRead`: bytes so far, and in all where that is known. */
  readonly onRead: (bytes: number, total: number | undefined) => void;
  /** Takes the line away; before anything else is printed. */
  stop(): void;
}

/** What is being read, how fast and for how long still, on a terminal's standard error, once it has taken a second. */
export function createProgress(isQuiet: boolean): ProgressDisplay | undefined {
  if (isQuiet || process.stderr.isTTY !== true || surroundings().env.TERM === 'dumb') return undefined;
  const began = Date.now();
  let spinner: { text: string; stop(): unknown } | undefined;
  let isOver = false;
  let shown = 0;
  let text = 'reading';
  const timer = setTimeout(async () => {
    const { default: yoctoSpinner } = await import('yocto-spinner');
    // Ctrl-C is ours: it ends the reading, not the run.
    if (!isOver) spinner = yoctoSpinner({ text, stream: process.stderr, handleSignals: false }).start();
  }, PATIENCE_MS);
  return {
    onRead(bytes, total) {
      const now = Date.now();
      if (now - shown < REFRESH_MS) return;
      shown = now;
      text = progressText({ bytes, total, ms: now - began });
      if (spinner !== undefined) spinner.text = text;
    },
    stop() {
      isOver = true;
      clearTimeout(timer);
      spinner?.stop();
    },
  };
}

/** `reading 412 MB of 1.3 GB · 210 MB/s · 4.2s left`. */
export function progressText({ bytes, total, ms }: { bytes: number; total: number | undefined; ms: number }): string {
  const rate = ms > 0 ? (bytes / ms) * 1000 : 0;
  const speed = rate > 0 ? [`${inBytes(rate)}/s`] : [];
  if (total === undefined || bytes > total) return [`reading ${inBytes(bytes)}`, ...speed].join(' · ');
  const left = rate > 0 && bytes < total ? [`${duration(((total - bytes) / rate) * 1_000_000)} left`] : [];
  return [`reading ${inBytes(bytes)} of ${inBytes(total)}`, ...speed, ...left].join(' · ');
}
