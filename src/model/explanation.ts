import type { CodesSpec, MessageSpec } from './catalog.ts';

/** Everything that is known of a message, for `explain`. */
export interface MessageExplanation {
  /** `family/message`. */
  readonly event: string;
  readonly familyTitle: string;
  /** The family's gate as a predicate. */
  readonly printedBy: string;
  /** What every message of the family starts with, as the grammar writes it. */
  readonly head: string | undefined;
  readonly message: MessageSpec;
  readonly fields: readonly FieldExplanation[];
  /** What usually follows, and what is said of it. */
  readonly next: readonly { readonly event: string; readonly means: string | undefined }[];
  /** Ids of detectors that read it. */
  readonly readBy: readonly string[];
  readonly see: readonly string[];
}

export interface FieldExplanation {
  readonly name: string;
  readonly type: string;
  /** Words that a list type allows. */
  readonly words?: readonly string[];
  /** Where its numbers have names. */
  readonly codes?: string;
}

/** A pasted line: the message that it is, and its values. */
export interface LineExplanation {
  /** Undefined where the text was a bare message: then the process is not known. */
  readonly process: string | undefined;
  readonly text: string;
  readonly events: readonly (MessageExplanation & { readonly values: readonly ValueExplanation[] })[];
}

export interface ValueExplanation {
  readonly name: string;
  readonly value: string;
  /** Name and meaning of a code: `ECONNREFUSED (connection refused)`. */
  readonly decoded: string | undefined;
}

export interface CodeExplanation {
  readonly table: Pick<CodesSpec, 'name' | 'title' | 'see' | 'codes'>;
  /** Undefined where the whole table is meant. */
  readonly code: number | undefined;
}
