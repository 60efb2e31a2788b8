import type { Capture } from '../capture.ts';
import { UserError } from '../lib/errors.ts';
import { BUILT_IN_CATALOG } from '../recognize/catalog.generated.ts';

/**
 * The instant of a capture's last record, which `--last` counts from: what the inputs say of their ends, else found by
 * reading them once more. Throws `UserError` (exit code 2) for a pipe, which cannot be read twice.
 */
export async function endOfCapture(inputs: readonly string[], capture: Capture): Promise<number | undefined> {
  const ends = await capture.ends();
  if (ends.every((end) => end !== undefined)) return Math.max(...ends);
  if (inputs.includes('-'))
    throw new UserError('--last counts from the end of the capture, which a pipe does not tell in advance', {
      exitCode: 2,
      hint: 'give the file by its name, or use --since',
    });
  const { readCapture } = await import('../capture.ts');
  const again = await readCapture(inputs, { catalog: BUILT_IN_CATALOG, needs: () => false });
  for await (const _ of again.events());
  const known = again.summaries().flatMap(({ last }) => last ?? []);
  return known.length === 0 ? undefined : Math.max(...known);
}
