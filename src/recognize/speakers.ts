import type { Catalog, Predicate } from '../model/catalog.ts';

/** Who prints events, as far as the catalog says. */
export interface Speakers {
  /** Processes that write the log. */
  readonly processes: readonly string[];
  /** Subsystems of families that any process may print. */
  readonly subsystems: readonly string[];
  /** Whether some are printed by a provider itself, whose process nobody knows beforehand. */
  readonly hasProvider: boolean;
  /** What is no line of the log: reports and lists of tools, by the process that stands for them. */
  readonly files: readonly string[];
}

/** Names that decoders give to records of files that are no log. Source: src/decode. */
const FILES: ReadonlySet<string> = new Set(['DiagnosticReport', 'pmset', 'systemextensionsctl']);
/** launchd's own file names itself so; in the log it is `launchd`. `log` is the tool that exports. */
const NOT_IN_LOG: ReadonlySet<string> = new Set(['com.apple.xpc.launchd', 'log', '']);

/** Of `family/message` or of the beginnings of such names. */
export function speakersOf({ families, vocabularies }: Catalog, events: readonly string[]): Speakers {
  const processes = new Set<string>();
  const subsystems = new Set<string>();
  const files = new Set<string>();
  let hasProvider = false;
  const isAsked = (name: string): boolean =>
    events.some((event) => event.startsWith(`${name}/`) || `${name}/`.startsWith(event));
  for (const { name, where } of [...families, ...vocabularies]) {
    if (!isAsked(name)) continue;
    const own = valuesOf(where, 'process');
    for (const process of own) (FILES.has(process) ? files : processes).add(process);
    if (own.length === 0) for (const subsystem of valuesOf(where, 'subsystem')) subsystems.add(subsystem);
    if (valuesOf(where, 'role').includes('provider')) hasProvider = true;
  }
  for (const name of NOT_IN_LOG) processes.delete(name);
  subsystems.delete('');
  return { processes: [...processes], subsystems: [...subsystems], hasProvider, files: [...files] };
}

/** What a field has to be, wherever a predicate asks for it. */
function valuesOf(predicate: Predicate, field: string): string[] {
  switch (predicate.op) {
    case 'and':
    case 'or':
      return predicate.terms.flatMap((term) => valuesOf(term, field));
    case 'compare': {
      if (predicate.field !== field || (predicate.comparator !== '==' && predicate.comparator !== 'in')) return [];
      const values = Array.isArray(predicate.value) ? predicate.value : [predicate.value];
      return values.filter((value): value is string => typeof value === 'string');
    }
    default:
      return [];
  }
}
