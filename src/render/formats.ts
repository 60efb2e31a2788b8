import type { Report } from '../model/report.ts';

/** One face of the report: what `--format` calls it, the file names that ask for it, and the module that draws it. */
export interface Format {
  /** For the help and the README: what it is for, in a few words. */
  readonly says: string;
  /** Ends of file names, in lower case, for which `--output` chooses it. */
  readonly endings: readonly string[];
  readonly aliases?: readonly string[];
  /** It holds findings that a baseline knows too, with a mark; the others leave them out. */
  readonly marksKnown?: true;
  /** Not for a terminal. */
  readonly isBinary?: boolean;
  readonly load: () => Promise<(report: Report) => string | Uint8Array>;
}

/** Every format but the screen, which needs to know its terminal. A new one is a module and a line here. */
export const FORMATS: Readonly<Record<string, Format>> = {
  json: {
    says: 'the whole report, for programs',
    endings: ['.json'],
    marksKnown: true,
    load: async () => (await import('./json.ts')).renderJson,
  },
  md: {
    says: 'Markdown for a ticket, with a sequence diagram, at most 60,000 characters',
    endings: ['.md', '.markdown'],
    aliases: ['markdown'],
    load: async () => (await import('./markdown/markdown.ts')).renderMarkdown,
  },
  ndjson: {
    says: 'one finding per line, for jq and log collectors',
    endings: ['.ndjson', '.jsonl'],
    marksKnown: true,
    load: async () => (await import('./ndjson.ts')).renderNdjson,
  },
  csv: {
    says: 'one finding per row, for spreadsheets',
    endings: ['.csv'],
    load: async () => (await import('./csv.ts')).renderCsv,
  },
  'flows-csv': {
    says: 'one flow per row',
    endings: ['flows.csv'],
    load: async () => (await import('./csv.ts')).renderFlowsCsv,
  },
  sarif: {
    says: 'SARIF 2.1.0, for code scanning and its viewers',
    endings: ['.sarif', '.sarif.json'],
    marksKnown: true,
    load: async () => (await import('./sarif.ts')).renderSarif,
  },
  junit: {
    says: 'JUnit XML: one test case per detector, for CI',
    endings: ['.xml'],
    load: async () => (await import('./junit.ts')).renderJunit,
  },
  svg: {
    says: 'a still picture of lanes and findings',
    endings: ['.svg'],
    load: async () => (await import('./svg/svg.ts')).renderSvg,
  },
  'chrome-trace': {
    says: 'trace JSON, for ui.perfetto.dev and other viewers',
    endings: ['.trace.json', '.trace'],
    aliases: ['perfetto-json'],
    load: async () => (await import('./trace/chrome-trace.ts')).renderChromeTrace,
  },
  perfetto: {
    says: 'Perfetto’s own format: lanes in order, arrows between the halves of a flow',
    endings: ['.pftrace', '.perfetto-trace'],
    isBinary: true,
    load: async () => (await import('./trace/perfetto.ts')).renderPerfetto,
  },
};

/** The timeline: it takes every line of the capture, not the report alone, and is drawn by `renderTimeline`. */
export const PAGE: Omit<Format, 'load'> & { readonly name: string } = {
  name: 'html',
  says: 'the timeline, one interactive page',
  endings: ['.html', '.htm'],
};

/** Whether the page is asked for, by name or by the name of the output. */
export function isPage(format: string | undefined, output: string | undefined): boolean {
  if (format !== undefined) return format === PAGE.name;
  return PAGE.endings.some((ending) => output?.toLowerCase().endsWith(ending) === true);
}

/** What `--format` takes, the screen first, aliases last. */
export const FORMAT_NAMES: readonly string[] = [
  'table',
  ...Object.keys(FORMATS),
  PAGE.name,
  ...Object.values(FORMATS).flatMap(({ aliases = [] }) => aliases),
];

/** The format of this name or alias; undefined for `table` and anything unknown. */
export function formatNamed(name: string): Format | undefined {
  return Object.entries(FORMATS).find(([own, { aliases = [] }]) => own === name || aliases.includes(name))?.[1];
}

/** The format that the name of a file asks for: the longest ending decides. Undefined where none fits. */
export function formatOfFile(file: string): Format | undefined {
  const name = file.toLowerCase();
  const fitting = Object.values(FORMATS).flatMap((format) =>
    format.endings.filter((ending) => name.endsWith(ending)).map((ending) => ({ format, length: ending.length })),
  );
  return fitting.toSorted((a, b) => b.length - a.length)[0]?.format;
}
