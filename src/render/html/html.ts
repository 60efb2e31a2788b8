/** The timeline as one file that needs no other: data, program, styles, and a part that reads without the latter two. */
import { createHash } from 'node:crypto';
import type { Report } from '../../model/report.ts';
import type { Timeline } from '../../model/timeline.ts';
import { encodeColumns } from './columns.ts';
import { type EmbeddedText, embedText, pack } from './embed.ts';
import { html, jsonForScript, refuseMarkup } from './escape.ts';
import { encodeOutline } from './outline.ts';
import {
  type Embedding,
  OUTLINE_LINES,
  PAGE_VERSION,
  type PageConfig,
  type PageReport,
  type PageTables,
} from './page-data.ts';
import { staticPart } from './static/page.ts';

/** The client as the build made it. */
export interface PageCode {
  readonly script: string;
  readonly style: string;
}

export interface TimelineOptions {
  readonly code: PageCode;
  readonly title: string;
  readonly embed: Embedding | 'auto';
  /** 0-based finding that the page shows first. */
  readonly startAt?: number | undefined;
}

/** The same report, timeline and options give the same bytes. Throws `UserError` where the file would be too large. */
export function renderTimeline(report: Report, timeline: Timeline, options: TimelineOptions): string {
  const { code } = options;
  refuseMarkup(code.script, 'script');
  refuseMarkup(code.style, 'style');
  const words: string[] = [];
  const columns = pack(encodeColumns(timeline, words));
  const tables: PageTables = { sources: timeline.sources, eventNames: timeline.eventNames, words };
  const packedTables = pack(jsonForScript(tables));
  const text = embedText(timeline, options.embed, columns.length + packedTables.length);
  const config = pageConfig(report, timeline, options, text);
  return [
    '<!doctype html>\n<html lang="en"><head><meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="${policy(code)}">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="light dark">',
    '<meta name="referrer" content="no-referrer">',
    `<title>${html(options.title)}</title>`,
    `<style>${code.style}</style></head>\n<body>\n<div id="app"></div>\n`,
    staticPart(report, timeline, { title: options.title, embedding: text.embedding }),
    `\n<script type="application/json" id="cfg">${jsonForScript(config)}</script>`,
    // As it is: what is inflated is there some turns of the browser later.
    ...(timeline.lines.count < OUTLINE_LINES
      ? []
      : [data('pre', Buffer.from(encodeOutline(timeline)).toString('base64'))]),
    `\n<script>${code.script}</script>`,
    // Behind the program: the first paint does not wait for them.
    data('cols', columns),
    data('tab', packedTables),
    ...text.flowBlocks.map((block, i) => data(`f${i}`, block)),
    ...text.blocks.map((block, i) => data(`t${i}`, block)),
    '\n</body></html>\n',
  ].join('');
}

function data(id: string, base64: string): string {
  return `\n<script type="text/plain" id="${id}">${base64}</script>`;
}

/** Nothing is loaded, sent or made of text; our own script and style run because their bytes are known. */
function policy({ script, style }: PageCode): string {
  return [
    "default-src 'none'",
    `script-src '${digest(script)}'`,
    `style-src '${digest(style)}'`,
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ].join('; ');
}

function digest(text: string): string {
  return `sha256-${createHash('sha256').update(text, 'utf8').digest('base64')}`;
}

function pageConfig(report: Report, timeline: Timeline, options: TimelineOptions, text: EmbeddedText): PageConfig {
  const { from, durationUs, zones, lanes, bars, marks, gaps, findings, leftOut } = timeline;
  return {
    v: PAGE_VERSION,
    title: options.title,
    from,
    durationUs,
    zones,
    lanes,
    bars,
    marks,
    gaps,
    places: findings,
    leftOut,
    lines: timeline.lines.count,
    flows: timeline.flows.length,
    embedding: text.embedding,
    textLines: text.lines,
    report: pageReport(report),
    ...(options.startAt === undefined ? {} : { startAt: options.startAt }),
  };
}

function pageReport(report: Report): PageReport {
  const { tool, capture, verdict, findings, detectors, sessions, power, flowTotals, omitted } = report;
  return { tool, capture, verdict, findings, detectors, sessions, power, flowTotals, omitted };
}
