import { expect, it } from 'vitest';
import { DETECTORS } from '../../src/detect/all.ts';
import { NOT_VISIBLE } from '../../src/detect/not-visible.ts';

it('what no log shows has no detector, needs nothing, and says what would show it', () => {
  const ids = new Set(DETECTORS.map(({ meta }) => meta.id));

  for (const meta of NOT_VISIBLE) {
    expect(ids.has(meta.id)).toBe(false);
    expect([meta.needs, meta.levels]).toEqual([[], []]);
    expect(meta.how.length).toBeGreaterThan(1);
    expect(meta.next.length).toBeGreaterThan(0);
  }
});
