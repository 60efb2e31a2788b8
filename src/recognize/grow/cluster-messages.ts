import { keep } from '../../lib/keep.ts';
import { type Piece, type PieceKind, piecesOf } from './wording.ts';

/**
 * Messages of one shape: the same tokens, values where they differ. Clusters grow as Drain grows them (He et al., 2017): a
 * message joins the cluster that shares most of its tokens, and tokens that differ become values.
 */
export interface Cluster {
  /** Literal text, or undefined where the values differ. */
  readonly slots: readonly Slot[];
  readonly count: number;
  /** Different messages of the cluster, the first ones. */
  readonly examples: readonly string[];
}

export interface Slot {
  readonly kind: PieceKind | 'word';
  /** Text of a literal. */
  readonly text: string;
}

interface Growing {
  slots: Slot[];
  count: number;
  readonly examples: string[];
}

const MAX_CLUSTERS = 2_000;
const MAX_EXAMPLES = 6;
/** Share of the literal tokens that have to be equal. */
const ALIKE = 0.6;

export interface Clusters {
  add(message: string): void;
  /** The most frequent first. */
  all(): readonly Cluster[];
  /** Messages that found no room. */
  readonly overflow: number;
}

export function createClusters(): Clusters {
  const byShape = new Map<string, Growing[]>();
  let size = 0;
  let overflow = 0;
  return {
    get overflow() {
      return overflow;
    },
    add(message) {
      const slots = slotsOf(message);
      // Tokens at the start tell wordings apart best; a value there tells nothing.
      const key = `${slots.length} ${slots[0]?.kind === 'literal' ? slots[0].text : ''}`;
      const group = byShape.get(key) ?? [];
      const best = nearestOf(group, slots);
      if (best !== undefined) {
        best.slots = best.slots.map((slot, index) => joined(slot, slots[index] ?? slot));
        best.count += 1;
        if (best.examples.length < MAX_EXAMPLES && !best.examples.includes(message)) best.examples.push(keep(message));
        return;
      }
      if (size >= MAX_CLUSTERS) {
        overflow += 1;
        return;
      }
      size += 1;
      byShape.set(key, [...group, { slots, count: 1, examples: [keep(message)] }]);
    },
    all: () =>
      [...byShape.values()]
        .flat()
        .map(({ slots, ...cluster }) => ({ ...cluster, slots: mergedLiterals(slots) }))
        .sort((a, b) => b.count - a.count || ((a.examples[0] ?? '') < (b.examples[0] ?? '') ? -1 : 1)),
  };
}

/** Literals cut into words and what stands between them: words may turn out to be values. */
function slotsOf(message: string): Slot[] {
  return piecesOf(message).flatMap(({ kind, text }: Piece): Slot[] =>
    kind === 'literal'
      ? (text.match(/[A-Za-z_][\w.-]*|[^A-Za-z_]+/g) ?? []).map((part) => ({ kind: 'literal', text: part }))
      : [{ kind, text }],
  );
}

function nearestOf(group: readonly Growing[], slots: readonly Slot[]): Growing | undefined {
  let best: Growing | undefined;
  let most = 0;
  for (const candidate of group) {
    const share = likeness(candidate.slots, slots);
    if (share > most) {
      best = candidate;
      most = share;
    }
  }
  return most >= ALIKE ? best : undefined;
}

/** Share of the words that are equal; 0 where something other than a word or a value of one kind differs. */
function likeness(known: readonly Slot[], other: readonly Slot[]): number {
  let words = 0;
  let equal = 0;
  for (const [index, slot] of known.entries()) {
    const theirs = other[index];
    if (theirs === undefined) return 0;
    const isText = isWord(slot) || slot.kind === 'word';
    if (isText && (isWord(theirs) || theirs.kind === 'word')) {
      words += 1;
      if (slot.kind === 'word' || slot.text === theirs.text) equal += 1;
    } else if (slot.kind === 'literal' || theirs.kind === 'literal') {
      if (slot.text !== theirs.text) return 0;
    }
  }
  return words === 0 ? 1 : equal / words;
}

function isWord({ kind, text }: Slot): boolean {
  return kind === 'literal' && /^[A-Za-z_]/.test(text);
}

function joined(known: Slot, other: Slot): Slot {
  if (known.kind === other.kind && (known.kind !== 'literal' || known.text === other.text)) return known;
  if (known.kind === 'hidden') return other;
  if (other.kind === 'hidden') return known;
  return { kind: 'word', text: known.text };
}

function mergedLiterals(slots: readonly Slot[]): Slot[] {
  const merged: Slot[] = [];
  for (const slot of slots) {
    const last = merged.at(-1);
    if (slot.kind === 'literal' && last?.kind === 'literal')
      merged[merged.length - 1] = { kind: 'literal', text: last.text + slot.text };
    else merged.push(slot);
  }
  return merged;
}
