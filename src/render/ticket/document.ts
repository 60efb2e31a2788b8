/** A ticket before it is written in anybody's markup. Every text is the log's or ours and no markup yet. */

export type Span = string | { readonly code: string } | { readonly strong: string };

export type Block =
  | { readonly kind: 'title' | 'heading'; readonly text: string }
  | { readonly kind: 'paragraph'; readonly spans: readonly Span[] }
  | { readonly kind: 'list'; readonly items: readonly (readonly Span[])[] }
  | { readonly kind: 'table'; readonly head: readonly string[]; readonly rows: readonly (readonly Span[])[] }
  /** Lines as they stand: of a log, or commands. */
  | { readonly kind: 'lines'; readonly lines: readonly string[] }
  /** What only a person knows, with what is asked for. */
  | { readonly kind: 'blank'; readonly asks: string };

/** A part of a ticket; the higher its rank, the sooner it is left out where there is no room. */
export interface Section {
  readonly rank: number;
  /** What is left out with it, in words. */
  readonly name: string;
  readonly blocks: readonly Block[];
}

export type Target = 'github' | 'jira' | 'feedback' | 'text';

/** Draws a block in a markup in which no text of it is markup. */
export type Writer = (block: Block) => string;

/** What of a ticket a field of a form can be filled with. */
export const FORM_PARTS = ['verdict', 'when', 'env', 'story', 'findings'] as const;
export type FormPart = (typeof FORM_PARTS)[number];
