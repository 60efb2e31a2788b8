/** An event that no catalog holds: what a template has in the place of one. */
const NO_EVENT = 'family.name/message';

/**
 * A rule to start from: everything a good rule says, with `‹blanks›` where only its author knows. `event` is the one it is about,
 * where that is known.
 */
export function ruleTemplate(name: string, event: string = NO_EVENT): string {
  const asks =
    event === NO_EVENT
      ? `-- ${NO_EVENT} is a blank too: \`necropsy events CAPTURE\` and \`necropsy explain FAMILY\` name what there is.\n`
      : '';
  return `-- Fill in what stands in ‹…›, then: necropsy rules lint FILE, necropsy rules test FILE, necropsy analyze CAPTURE --rules FILE
${asks}rule ${name}
  title      "‹what is broken, in its failing state; {count}, {process} and fields of the event may stand here›"
  severity   warning
  per        process
  needs      ${event}
  -- ‹why this many, and why within this time›
  when       count ${event} >= 5 within 10s
  confidence medium
  means      "‹why it matters: what the people who use it notice›"
  not-it     "‹what looks like it and is none›"
  do         developer "‹what the provider's developer does about it›"
  see        "‹where this is known from: a ticket, a page, a capture›"
  example found "‹what happens›" """
    ‹the lines of a log that show it; x5 at the end of a line stands for five of it›
  """ -> count=5
  example clear "‹what looks like it›" """
    ‹the lines of a log that look like it›
  """
`;
}
