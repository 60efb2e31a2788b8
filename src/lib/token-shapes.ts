/**
 * What `necropsy redact` writes in the place of addresses and hosts, as sources of regular expressions: whatever reads the
 * former reads these too, so that a redacted capture says the same.
 */
export const REDACTED_ADDRESS = 'ip[46]-[a-z0-9]{2,3}-[0-9a-f]{6}\\.[0-9a-f]{4}';
export const REDACTED_HOST = 'host-[0-9a-f]{6}(?:\\.d[0-9a-f]{6}){0,30}\\.tld-[a-z]{2,12}';
