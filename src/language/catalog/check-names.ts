import type { Catalog, MessageSpec } from '../../model/catalog.ts';
import { nearest } from '../words.ts';
import type { Reporter } from './reporter.ts';
import { escapePattern } from './values.ts';

/** What usually follows a message exists. */
export function checkNext(message: MessageSpec, events: ReadonlySet<string>, reporter: Reporter): void {
  for (const event of message.next) {
    if (events.has(event)) continue;
    const meant = nearest(event, events);
    reporter.report(
      reporter.placeAfter(message.place, new RegExp(`(?<![\\w./-])${escapePattern(event)}(?![\\w./-])`)),
      {
        code: 'unknown-event',
        message: `no message is called ${event}`,
        help: meant === undefined ? undefined : `did you mean ${meant}?`,
      },
    );
  }
}

/** A rule is chosen by its name, so no detector of the program may have it. */
export function checkRuleNames(catalog: Catalog, taken: ReadonlySet<string>, reporter: Reporter): void {
  for (const { name, place } of catalog.rules) {
    if (!reporter.isOwn(place) || !taken.has(name)) continue;
    const message = `a detector is called ${name} already`;
    reporter.report(place, { code: 'duplicate-name', message, help: 'put the name of your product in front' });
  }
}

/** Every event that the catalog makes. */
export function eventNames(catalog: Catalog): Set<string> {
  const families = catalog.families.flatMap((family) =>
    family.messageNames.map((message) => `${family.name}/${message}`),
  );
  const words = catalog.vocabularies.flatMap(({ name, words }) => [
    ...words.map((word) => `${name}/${word.name}`),
    `${name}/other`,
  ]);
  return new Set([...families, ...words]);
}
