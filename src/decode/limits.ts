/** One read: with 1 MiB a synchronous read costs the least per byte (performance.md, section 2). */
export const BLOCK_BYTES = 1024 * 1024;

/** Longest line, or JSON object, that is looked at as a whole. What is longer is cut (text) or left out (JSON). */
export const MAX_UNIT_BYTES = 1024 * 1024;

/** Bytes that yield `MAX_MESSAGE_CHARS` characters in any case: UTF-8 needs at most 3 for one UTF-16 unit. */
export const MAX_MESSAGE_BYTES = 3 * 16_384;

/** From this many bytes on, a message is decoded although its record goes on: nothing behind them is ever used. */
export const SETTLE_BYTES = 4 * MAX_MESSAGE_BYTES;

/** Bytes of lines in another style after which it is decided at once whether the style has changed. */
export const SUSPECT_BYTES = 128 * 1024;

/**
 * Records in one batch at most. What a batch teaches (this process is a provider) changes what is wanted of the records
 * behind it, so it is small; with 1000 the run is no faster.
 */
export const BATCH_RECORDS = 64;

/** Lines in a row that fail before another style is thought of. Source: line-formats 11. */
export const FAILED_LINES = 50;
