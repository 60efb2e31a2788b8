import { mkdtempSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { analyze } from '../../src/analyze.ts';
import type { Report } from '../../src/model/report.ts';
import type { Timeline } from '../../src/model/timeline.ts';
import { type PageCode, renderTimeline, type TimelineOptions } from '../../src/render/html/html.ts';
import type { AnalyzeResult } from '../../src/tell.ts';

const ROOT = join(import.meta.dirname, '..', '..');

/** The client as the build made it. */
export const CODE = createRequire(import.meta.url)(join(ROOT, 'dist', 'page.json')) as PageCode;

export const SAMPLE = (name: string): string => join(ROOT, 'samples', name);

export async function drawnSample(name: string): Promise<{ report: Report; timeline: Timeline }> {
  return drawnFiles([SAMPLE(name)]);
}

export async function drawnFiles(inputs: readonly string[]): Promise<{ report: Report; timeline: Timeline }> {
  const { report, timeline }: AnalyzeResult = await analyze({ inputs, version: '0.0.0', timeline: true });
  if (timeline === undefined) throw new Error('no timeline was collected');
  return { report, timeline };
}

export function pageOf(
  { report, timeline }: { report: Report; timeline: Timeline },
  options: Partial<TimelineOptions> = {},
): string {
  return renderTimeline(report, timeline, { code: CODE, title: 'capture', embed: 'auto', ...options });
}

/** The page as a file, in a folder of its own. */
export function writePage(page: string, name = 'timeline.html'): string {
  const file = join(mkdtempSync(join(tmpdir(), 'necropsy-page-')), name);
  writeFileSync(file, page);
  return file;
}
