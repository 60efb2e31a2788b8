import { UserError } from '../lib/errors.ts';
import type { Look } from '../watch.ts';
import { knownMarker } from './baseline-flag.ts';
import { type CaptureWriter, createCaptureWriter } from './capture-writer.ts';
import { note } from './output.ts';
import { surroundings, usesColour, widthOf } from './terminal.ts';
import { userCatalog } from './user-catalog.ts';

export interface WatchFlags {
  readonly save?: string | undefined;
  readonly 'save-size': number;
  readonly room: number;
  readonly bell: boolean;
  readonly grammar?: readonly string[] | undefined;
  readonly rules?: readonly string[] | undefined;
  readonly baseline?: string | undefined;
  readonly today?: string | undefined;
  readonly 'no-color': boolean;
  readonly quiet: boolean;
  readonly width?: number | undefined;
}

const MIB = 1024 * 1024;
/** A look at the log is taken this often at most, and never for more than a tenth of the time. */
const PAUSE_MS = 2000;
const SHARE = 10;
const BELL = '\u0007';

/** Watches standard input until it ends or Ctrl-C; prints what becomes visible. Ends in the exit code. */
export async function runWatch(flags: WatchFlags, version: string): Promise<0 | 4> {
  if (process.stdin.isTTY)
    throw new UserError('watch reads a pipe', {
      exitCode: 2,
      hint: 'log stream --level debug --style ndjson | necropsy watch',
    });
  const [{ createWatch }, { ruleDetectors }, { DETECTORS }, { renderNews, watchText }] = await Promise.all([
    import('../watch.ts'),
    import('../analyze.ts'),
    import('../detect/all.ts'),
    import('../render/terminal/watch.ts'),
  ]);
  const markKnown = await knownMarker(flags);
  const { catalog, isFlawed } = await userCatalog(flags.grammar, flags.rules);
  const detectors = [...DETECTORS, ...(await ruleDetectors(catalog))];
  const watch = createWatch({ detectors, catalog, version, room: flags.room * MIB, markKnown });
  const writer = flags.save === undefined ? undefined : createCaptureWriter(flags.save, flags['save-size'] * MIB);
  const around = surroundings();
  const options = { width: flags.width ?? widthOf(around), colour: usesColour(around, flags['no-color']) };
  const began = Date.now();
  const status = await createStatus(flags.quiet);
  let looked = 0;
  let known = 0;
  const look = async (): Promise<void> => {
    looked = watch.log.total;
    const { report, news }: Look = await watch.look();
    for (const finding of news) {
      const bell = flags.bell && finding.severity === 'error' && around.isTerminal ? BELL : '';
      process.stdout.write(bell + renderNews(finding, options));
    }
    known = knownIn(report);
    if (report !== undefined) status.say(watchText(report, watch.log.total, Date.now() - began));
  };
  const stop = keepLooking(async () => {
    if (watch.log.total > looked) await look();
  });
  try {
    await readAll((block) => {
      watch.log.add(block);
      writer?.write(block);
    });
  } finally {
    await stop();
    writer?.close();
  }
  await look();
  status.stop();
  if (!flags.quiet) sayEnd(flags, writer, known);
  return isFlawed ? 4 : 0;
}

/** Until the pipe ends, or Ctrl-C: that is how a live log ends. */
async function readAll(take: (block: Buffer) => void): Promise<void> {
  const end = (): void => {
    process.stdin.destroy();
  };
  process.once('SIGINT', end);
  try {
    for await (const block of process.stdin) take(Buffer.from(block));
  } catch (error) {
    // The stream was destroyed on purpose.
    if (!process.stdin.destroyed) throw error;
  } finally {
    process.off('SIGINT', end);
  }
}

/** Calls again and again, with pauses in proportion to how long a call takes. The answer waits for the last one and ends it. */
function keepLooking(look: () => Promise<void>): () => Promise<void> {
  let isOver = false;
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> = Promise.resolve();
  const again = (pause: number): void => {
    timer = setTimeout(() => {
      const from = Date.now();
      running = look().then(() => {
        if (!isOver) again(Math.max(PAUSE_MS, (Date.now() - from) * SHARE));
      });
    }, pause);
  };
  again(PAUSE_MS);
  return async () => {
    isOver = true;
    clearTimeout(timer);
    await running;
  };
}

/** One line on a terminal's standard error that says how far it is; nothing off one. */
async function createStatus(isQuiet: boolean): Promise<{ say(text: string): void; stop(): void }> {
  if (isQuiet || process.stderr.isTTY !== true) return { say: () => {}, stop: () => {} };
  const { default: yoctoSpinner } = await import('yocto-spinner');
  const spinner = yoctoSpinner({ text: 'watching', stream: process.stderr, handleSignals: false }).start();
  return {
    say(text) {
      spinner.text = text;
    },
    stop: () => void spinner.stop(),
  };
}

function knownIn(report: Look['report']): number {
  return report?.findings.filter(({ baselined }) => baselined !== undefined).length ?? 0;
}

function sayEnd({ save }: WatchFlags, writer: CaptureWriter | undefined, known: number): void {
  if (known > 0) note(`${known} baselined finding${known === 1 ? '' : 's'} not shown`);
  if (writer !== undefined) note(`what was watched is in ${save}; analyse it whole: necropsy analyze ${save}`);
}
