/**
 * Whether this event was read from a report (`report.crash/crashed` …): a file about one thing, maybe of another day, and no
 * line of the log.
 */
export function isReport(event: string): boolean {
  return event.startsWith('report.');
}
