import { LANE_KINDS, type LaneKind } from '../../../model/timeline.ts';

export type Tab = 'timeline' | 'flows' | 'lines';
export type Theme = 'auto' | 'light' | 'dark';
export type SelectionKind = 'flow' | 'line' | 'finding';

export interface Selection {
  readonly kind: SelectionKind;
  readonly index: number;
}

/** What a link to a place in the page says; whatever it does not say is as at the start. */
export interface LinkState {
  readonly from?: number;
  readonly to?: number;
  readonly selection?: Selection;
  readonly tab?: Tab;
  /** Least level that is shown: 1 errors and faults, 2 faults. */
  readonly level?: number;
  readonly hidden?: readonly LaneKind[];
  readonly query?: string;
  readonly theme?: Theme;
}

/** How many of each there are: what is beyond is not believed. */
export interface Bounds {
  readonly durationUs: number;
  readonly flows: number;
  readonly lines: number;
  readonly findings: number;
}

const TABS: readonly Tab[] = ['timeline', 'flows', 'lines'];
const THEMES: readonly Theme[] = ['auto', 'light', 'dark'];
const LETTERS: Readonly<Record<SelectionKind, string>> = { flow: 'f', line: 'l', finding: 'n' };
const LONGEST_QUERY = 200;

export function formatHash(state: LinkState): string {
  const parts: string[] = [];
  const { from, to, selection, tab, level, hidden, query, theme } = state;
  if (from !== undefined && to !== undefined) parts.push(`t=${Math.round(from)}-${Math.round(to)}`);
  if (selection !== undefined) parts.push(`sel=${LETTERS[selection.kind]}${selection.index + 1}`);
  if (tab !== undefined && tab !== 'timeline') parts.push(`tab=${tab}`);
  if (level !== undefined && level > 0) parts.push(`level=${level}`);
  if (hidden !== undefined && hidden.length > 0) parts.push(`hide=${hidden.join(',')}`);
  if (query !== undefined && query !== '') parts.push(`q=${encodeURIComponent(query.replace(/\p{Cs}/gu, ''))}`);
  if (theme !== undefined && theme !== 'auto') parts.push(`theme=${theme}`);
  return parts.length === 0 ? '' : `#${parts.join('&')}`;
}

/** Reads anything; what it does not know, or what lies outside the page, is as if it were not there. */
export function parseHash(hash: string, bounds: Bounds): LinkState {
  const fields = new Map(
    hash
      .replace(/^#/, '')
      .split('&')
      .map((part) => {
        const at = part.indexOf('=');
        return at < 0 ? (['', ''] as const) : ([part.slice(0, at), part.slice(at + 1)] as const);
      }),
  );
  const tab = TABS.find((each) => each === fields.get('tab'));
  const theme = THEMES.find((each) => each === fields.get('theme'));
  const level = /^[12]$/.test(fields.get('level') ?? '') ? Number(fields.get('level')) : undefined;
  const hidden = LANE_KINDS.filter((kind) => (fields.get('hide') ?? '').split(',').includes(kind));
  const query = readQuery(fields.get('q'));
  const selection = readSelection(fields.get('sel'), bounds);
  return {
    ...readTime(fields.get('t'), bounds.durationUs),
    ...(selection === undefined ? {} : { selection }),
    ...(tab === undefined ? {} : { tab }),
    ...(level === undefined ? {} : { level }),
    ...(hidden.length === 0 ? {} : { hidden }),
    ...(query === undefined ? {} : { query }),
    ...(theme === undefined ? {} : { theme }),
  };
}

function readTime(text: string | undefined, durationUs: number): Pick<LinkState, 'from' | 'to'> {
  const [, from, to] = /^(-?\d{1,15})-(-?\d{1,15})$/.exec(text ?? '') ?? [];
  if (from === undefined || to === undefined || Number(from) >= Number(to)) return {};
  if (Number(to) < 0 || Number(from) > durationUs) return {};
  return { from: Number(from), to: Number(to) };
}

function readSelection(text: string | undefined, bounds: Bounds): Selection | undefined {
  const [, letter, number] = /^([fln])(\d{1,9})$/.exec(text ?? '') ?? [];
  const kinds: readonly SelectionKind[] = ['flow', 'line', 'finding'];
  const kind = kinds.find((each) => LETTERS[each] === letter);
  if (kind === undefined) return undefined;
  const count = { flow: bounds.flows, line: bounds.lines, finding: bounds.findings }[kind];
  const index = Number(number) - 1;
  return index >= 0 && index < count ? { kind, index } : undefined;
}

function readQuery(text: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  try {
    return decodeURIComponent(text).slice(0, LONGEST_QUERY);
  } catch {
    // A half of an escaped character: a link that was cut.
    return undefined;
  }
}
