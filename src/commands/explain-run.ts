import { join } from 'node:path';
import { UserError } from '../lib/errors.ts';
import type { Catalog, CodesSpec, FamilySpec } from '../model/catalog.ts';
import type { LineExplanation } from '../model/explanation.ts';
import type { DetectorMeta } from '../model/finding.ts';
import type { ExplainContext } from '../recognize/explain/explain-message.ts';
import { type KnownDetector, knownDetectors } from './known-detectors.ts';
import { nearest } from './nearest.ts';
import { userCatalog } from './user-catalog.ts';

interface Options {
  readonly width: number;
  readonly colour: boolean;
}

export interface ExplainRequest {
  /** What stands behind `explain`; a pasted text is one word. */
  readonly words: readonly string[];
  readonly grammar?: readonly string[] | undefined;
  readonly rules?: readonly string[] | undefined;
  /** Folder of the package, where the grammar files are. */
  readonly root: string;
}

const EVENT = /^[\w.-]+\/[\w.-]+$/;
/** Of a pasted log so many records are explained. */
const MOST_RECORDS = 20;

/** The page for what was asked: a detector, a code, a message, a family, or a pasted line. */
export async function explain(request: ExplainRequest, options: Options): Promise<string> {
  const text = request.words.join(' ').trim();
  const { catalog } = await userCatalog(request.grammar, request.rules);
  const known = await knownDetectors(catalog);
  const metas = known.map(({ meta }) => meta);
  if (text === '') return detectorList(known, options);
  const meta = metas.find(({ id }) => id === text);
  if (meta !== undefined) return (await import('../render/terminal/explain.ts')).renderExplanation(meta, options);
  const { START_STEPS } = await import('../model/start.ts');
  if (text === 'start-steps' || START_STEPS.some(({ id }) => id === text)) {
    const { renderStartSteps } = await import('../render/terminal/start-steps.ts');
    return renderStartSteps(text === 'start-steps' ? undefined : text, options);
  }
  const pages = await import('../render/terminal/explain-message.ts');
  const code = codeOf(request.words, catalog);
  if (code !== undefined) {
    const [table] = (await readFamilies(catalog, code.table.place.file, request.root)).codes.filter(
      ({ name }) => name === code.table.name,
    );
    return pages.renderCode({ table: table ?? code.table, code: code.code }, options);
  }
  const context = await contextOf(catalog, request.root, metas);
  if (EVENT.test(text)) {
    const { explainMessage } = await import('../recognize/explain/explain-message.ts');
    const explanation = explainMessage(text, context);
    if (explanation === undefined) throw unknownName(text, catalog, metas);
    return pages.renderMessage(explanation, options);
  }
  const family = catalog.families.find(({ name }) => name === text);
  if (family !== undefined) return familyPage(family, catalog, request.root, options);
  if (!/\s/.test(text)) throw unknownName(text, catalog, metas);
  const lines = await explainPasted(text, context);
  return lines.map((explanation) => pages.renderLine(explanation, options)).join('\n');
}

async function detectorList(known: readonly KnownDetector[], options: Options): Promise<string> {
  const { renderNames } = await import('../render/terminal/names.ts');
  return renderNames(
    known.map(({ meta: { id, severity, title }, kind }) => ({
      name: id,
      severity,
      title: kind === 'not visible' ? `${title} (not visible in logs)` : title,
    })),
    options,
  );
}

async function familyPage(family: FamilySpec, catalog: Catalog, root: string, options: Options): Promise<string> {
  const [{ renderNames }, { namedMessages }] = await Promise.all([
    import('../render/terminal/names.ts'),
    import('../render/terminal/explain-message.ts'),
  ]);
  const files = [...new Set(family.messages.map(({ place }) => place.file))];
  const means = new Map<string, string>();
  for (const file of files) {
    const written = (await readFamilies(catalog, file, root)).families.find(({ name }) => name === family.name);
    for (const message of written?.messages ?? []) means.set(message.name, message.means ?? '');
  }
  const messages = family.messages.map((message) => ({ name: message.name, means: means.get(message.name) ?? '' }));
  return renderNames(namedMessages({ name: family.name, messages }), options);
}

/** One grammar file read on its own, prose and all; the catalog itself where the file is the user's. */
async function readFamilies(catalog: Catalog, file: string, root: string): Promise<Catalog> {
  const text = await grammarReader(root).then((read) => read(file));
  if (text === undefined) return catalog;
  const { parseCatalog } = await import('../language/catalog/parse-catalog.ts');
  return parseCatalog([{ name: file, text }]).value;
}

async function grammarReader(root: string): Promise<(file: string) => string | undefined> {
  const { tryReadGrammar } = await import('../recognize/load-grammars.ts');
  return (file) => (file.startsWith('grammars/') ? tryReadGrammar(join(root, file)) : undefined);
}

async function contextOf(catalog: Catalog, root: string, metas: readonly DetectorMeta[]): Promise<ExplainContext> {
  const readBy = (event: string): string[] => metas.filter(({ needs }) => needs.includes(event)).map(({ id }) => id);
  return { catalog, readGrammar: await grammarReader(root), readBy };
}

/** `NEVPNErrorDomain 3`, `NEVPNErrorDomain Code=3`, `NEVPNErrorDomain`: undefined where the first word is no table. */
function codeOf(
  words: readonly string[],
  catalog: Catalog,
): { table: CodesSpec; code: number | undefined } | undefined {
  const [name = '', written, ...more] = words.flatMap((word) => word.split(/\s+/)).filter((word) => word !== '');
  const table = catalog.codes.find((each) => each.name.toLowerCase() === name.toLowerCase());
  if (table === undefined || more.length > 0) return undefined;
  if (written === undefined) return { table, code: undefined };
  const named = table.codes.find((code) => code.name.toLowerCase() === written.toLowerCase());
  const code = named?.value ?? Number(written.replace(/^code[=:]?/i, '') || Number.NaN);
  if (table.codes.some(({ value }) => value === code)) return { table, code };
  const hint = `\`necropsy explain ${table.name}\` lists its ${table.codes.length} codes`;
  throw new UserError(`${table.name} has no code ${written}`, { exitCode: 2, hint });
}

function unknownName(text: string, catalog: Catalog, metas: readonly DetectorMeta[]): UserError {
  const families = catalog.families.map(({ name }) => name);
  const events = catalog.families.flatMap((family) => family.messageNames.map((name) => `${family.name}/${name}`));
  const names = [...metas.map(({ id }) => id), ...catalog.codes.map(({ name }) => name), ...families];
  const near = nearest(text, EVENT.test(text) ? events : names);
  return new UserError(`nothing is called ${text}`, {
    exitCode: 2,
    hint:
      near.length > 0
        ? `did you mean ${near.join(' or ')}?`
        : 'give a detector, FAMILY/MESSAGE, an error domain with its code, or a log line in quotes',
  });
}

/** What a pasted text says: lines of a log export, or a message alone. */
async function explainPasted(text: string, context: ExplainContext): Promise<LineExplanation[]> {
  const [{ openCapture }, { bytesSource }, { errorIn, explainRecord, explainText }] = await Promise.all([
    import('../capture.ts'),
    import('../lib/bytes-source.ts'),
    import('../recognize/explain/explain-pasted.ts'),
  ]);
  const source = bytesSource(Buffer.from(`${text}\n`));
  const capture = await openCapture([source], { catalog: context.catalog, readsAll: true });
  const explanations: LineExplanation[] = [];
  for await (const batch of capture.records()) {
    for (const { record, event } of batch) explanations.push(explainRecord(record, event, context));
    if (explanations.length >= MOST_RECORDS) break;
  }
  if (explanations.length === 0) explanations.push(explainText(text, context));
  const known = explanations.filter(({ events }) => events.length > 0);
  if (known.length > 0) return known.slice(0, MOST_RECORDS);
  const error = errorIn(text);
  const hint =
    error === undefined
      ? '`necropsy grammar suggest` writes an entry for it from the capture it stands in'
      : `it holds an error: necropsy explain ${error.domain} ${error.code}`;
  throw new UserError('no message of the catalog is this line', { exitCode: 2, hint });
}
