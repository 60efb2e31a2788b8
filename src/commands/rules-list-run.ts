import type { Severity } from '../model/finding.ts';
import type { DetectorRow } from '../render/listing/detector-columns.ts';
import type { ListFormat } from '../render/listing/formats.ts';
import type { KnownDetector } from './known-detectors.ts';
import { knownDetectors } from './known-detectors.ts';
import { note, writeResult } from './output.ts';
import { surroundings, usesColour, widthOf } from './terminal.ts';
import { userCatalog } from './user-catalog.ts';

export interface RulesListFlags {
  readonly severity?: readonly string[] | undefined;
  readonly kind?: readonly string[] | undefined;
  readonly grammar?: readonly string[] | undefined;
  readonly rules?: readonly string[] | undefined;
  readonly format: ListFormat;
  readonly json: boolean;
  readonly output?: string | undefined;
  readonly 'no-color': boolean;
  readonly quiet: boolean;
  readonly width?: number | undefined;
}

/** Prints every detector of a run with these rules. Ends in the exit code. */
export async function runRulesList(flags: RulesListFlags): Promise<0 | 4> {
  const { catalog, isFlawed } = await userCatalog(flags.grammar, flags.rules);
  const [{ renderList }, { DETECTOR_COLUMNS }] = await Promise.all([
    import('../render/listing/listing.ts'),
    import('../render/listing/detector-columns.ts'),
  ]);
  const all = await knownDetectors(catalog);
  const chosen = all.filter(selection(flags)).map(rowOf);
  const around = surroundings();
  const text = renderList(chosen, DETECTOR_COLUMNS, {
    format: flags.json ? 'json' : flags.format,
    width: flags.width ?? widthOf(around),
    colour: flags.output === undefined && usesColour(around, flags['no-color']),
  });
  await writeResult(text, flags.output);
  if (!flags.quiet)
    note(chosen.length === all.length ? `${all.length} detectors` : `${chosen.length} of ${all.length} detectors`);
  return isFlawed ? 4 : 0;
}

function selection({ severity = [], kind = [] }: RulesListFlags): (detector: KnownDetector) => boolean {
  const severities = new Set<Severity>(severity.map((each) => (each === 'warn' ? 'warning' : (each as Severity))));
  const kinds = new Set(kind.map((each) => each.replace('-', ' ')));
  return (detector) =>
    (severities.size === 0 || severities.has(detector.meta.severity)) && (kinds.size === 0 || kinds.has(detector.kind));
}

function rowOf({ meta, kind, place }: KnownDetector): DetectorRow {
  const { id, severity, levels, needs, title } = meta;
  const written = place === undefined ? {} : { file: place.file, line: place.line };
  return { id, severity, kind, levels, needs, title, ...written };
}
