/** 2 usage · 3 input unreadable or of no known format · 4 rules or grammar invalid · 5 incomplete under `--strict` · 6 redaction leak. */
export type UserExitCode = 2 | 3 | 4 | 5 | 6;

export interface UserErrorOptions {
  readonly exitCode: UserExitCode;
  /** What to try, one sentence. */
  readonly hint?: string | undefined;
  /** Lines to show as they are: a place in somebody's text with its caret. */
  readonly detail?: readonly string[] | undefined;
  readonly cause?: unknown;
}

/** Something the person can put right: what happened and where. Anything else that is thrown is our own fault. */
export class UserError extends Error {
  override readonly name = 'UserError';
  readonly exitCode: UserExitCode;
  readonly hint: string | undefined;
  readonly detail: readonly string[];

  constructor(message: string, options: UserErrorOptions) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.exitCode = options.exitCode;
    this.hint = options.hint;
    this.detail = options.detail ?? [];
  }
}
