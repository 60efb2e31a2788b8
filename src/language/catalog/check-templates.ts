import type { FamilySpec, Hole, MessageSpec, Place, Template } from '../../model/catalog.ts';
import { nearest } from '../words.ts';
import { type Element, elementsOf } from './pattern.ts';
import type { Reporter } from './reporter.ts';
import { compileText, joined, type TypeTable } from './template.ts';

const MAX_OPEN_HOLES = 4;

/** What is wrong with the wordings of a family by themselves, whatever their samples say. */
export function checkFamilyTemplates(family: FamilySpec, types: TypeTable, reporter: Reporter): void {
  if (family.head !== undefined && reporter.isOwn(family.place)) checkHoles(family.head, family.place, types, reporter);
  for (const message of family.messages) {
    if (!reporter.isOwn(message.place)) continue;
    for (const text of message.texts) {
      checkHoles(text, message.place, types, reporter);
      checkText(family, message, text, types, reporter);
    }
  }
}

/** Types of holes exist, names of holes do not repeat. */
export function checkHoles(template: Template, place: Place, types: TypeTable, reporter: Reporter): void {
  const names = new Set<string>();
  for (const part of template.parts) {
    if (typeof part === 'string') continue;
    const written = `{${part.name}:${part.type}}`;
    if (!types.has(part.type)) {
      const meant = nearest(part.type, types.names());
      reporter.report(reporter.placeIn(template, written, place), {
        code: 'unknown-type',
        message: `no type is called ${part.type}`,
        help: meant === undefined ? `built in: ${[...types.names()].join(' ')}` : `did you mean ${meant}?`,
      });
    }
    if (names.has(part.name)) {
      reporter.report(reporter.placeIn(template, written, place), {
        code: 'duplicate-name',
        message: `two holes are called ${part.name}`,
      });
    }
    names.add(part.name);
  }
}

function checkText(
  family: FamilySpec,
  message: MessageSpec,
  text: Template,
  types: TypeTable,
  reporter: Reporter,
): void {
  const own = elementsOf(text);
  const whole = joined(family.head === undefined ? [] : elementsOf(family.head), own);
  const at = (part: string): Place => reporter.placeIn(text, part, message.place);
  const open = whole.flatMap(holesOf).filter((hole) => isOpen(hole, types));
  if (open.length > MAX_OPEN_HOLES) {
    const message = `${open.length} open holes; at most ${MAX_OPEN_HOLES} keep matching fast`;
    reporter.report(at(''), {
      code: 'too-many-open-holes',
      message,
      help: `give ${open.map(({ name }) => name).join(', ')} narrower types where they have one`,
    });
  }
  const [first, second] = adjacentOpenHoles(whole, types) ?? [];
  if (first !== undefined && second !== undefined) {
    const message = `nothing tells where ${first.name} ends and ${second.name} begins`;
    reporter.report(at(`{${second.name}:${second.type}}`), {
      code: 'open-holes-adjacent',
      message,
      help: 'put a literal between them, or narrow one',
    });
  }
  const literals = whole.filter((element) => typeof element === 'string');
  const { probe } = family;
  if (probe !== undefined && !literals.some((literal) => literal.includes(probe))) {
    const message = `the family's probe ${JSON.stringify(probe)} is no part of this wording`;
    reporter.report(at(''), { code: 'probe-missing', message, help: 'records without the probe are dropped unread' });
  }
  if (compileText(undefined, text, types).literalPrefixes.includes('')) {
    const text = `${family.name}/${message.name} starts with a hole: it is tried on every message of the family`;
    reporter.report(at(''), { code: 'floating', severity: 'warning', message: text });
  }
}

function holesOf(element: Element): Hole[] {
  if (typeof element === 'string' || 'guard' in element) return [];
  return 'optional' in element ? element.optional.filter((part) => typeof part !== 'string') : [element];
}

function isOpen(hole: Hole, types: TypeTable): boolean {
  const type = types.resolve(hole.type);
  return 'value' in type && type.value.reach === 'open';
}

/** The first two holes of open length without a literal between them; a part that may be missing is no literal. */
function adjacentOpenHoles(elements: readonly Element[], types: TypeTable): [Hole, Hole] | undefined {
  const endless = (hole: Hole | undefined): hole is Hole => {
    const type = hole === undefined ? undefined : types.resolve(hole.type);
    return type !== undefined && 'value' in type && type.value.reach !== 'plain';
  };
  let before: Hole | undefined;
  for (const element of elements) {
    if (typeof element === 'string') {
      before = undefined;
    } else if ('optional' in element) {
      const [first] = element.optional;
      if (typeof first === 'object' && endless(first) && endless(before)) return [before, first];
    } else if ('type' in element) {
      if (endless(element) && endless(before)) return [before, element];
      before = element;
    }
  }
  return undefined;
}
