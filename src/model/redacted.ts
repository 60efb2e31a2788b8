/** What privacy left of a value: `<private>`, `<mask.hash: …>`, `<IPv4-redacted>`, `(null)`. Equal tokens stay equal. */
export interface Redacted {
  readonly redacted: string;
}
