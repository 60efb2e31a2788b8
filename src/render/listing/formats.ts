/** How lists are written. */
export const LIST_FORMATS = ['table', 'json', 'ndjson', 'csv', 'md'] as const;
export type ListFormat = (typeof LIST_FORMATS)[number];
