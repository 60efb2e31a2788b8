import type { Hole, Template } from '../../model/catalog.ts';

export interface TemplateProblem {
  /** Index in the template's text. */
  readonly at: number;
  readonly message: string;
}

const HOLE = /\{([A-Za-z_]\w*(?:-\w+)*):([A-Za-z]\w*(?:-\w+)*)\}/y;

/**
 * Reads `literal {name:type} {{literal}} {?part that may be missing {n:u32}}`. `parts` is flat; `optional` holds the ranges of
 * parts that may be missing. A part that cannot be read stays literal text.
 */
export function readTemplate(text: string): { template: Template; problems: TemplateProblem[] } {
  const parts: (string | Hole)[] = [];
  const optional: [number, number][] = [];
  const problems: TemplateProblem[] = [];
  let literal = '';
  let opened: { from: number; at: number } | undefined;
  const flush = (): void => {
    if (literal !== '') parts.push(literal);
    literal = '';
  };
  for (let at = 0; at < text.length; ) {
    const step = readStep(text, at, opened !== undefined);
    at += step.length;
    switch (step.kind) {
      case 'literal':
        literal += step.text;
        break;
      case 'hole':
        flush();
        parts.push(step.hole);
        break;
      case 'open':
        flush();
        opened = { from: parts.length, at: at - step.length };
        break;
      case 'close':
        flush();
        if (opened !== undefined) optional.push([opened.from, parts.length]);
        opened = undefined;
        break;
      case 'problem':
        problems.push({ at: at - step.length, message: step.message });
        literal += text.slice(at - step.length, at);
    }
  }
  flush();
  if (opened !== undefined)
    problems.push({ at: opened.at, message: "this part that may be missing has no closing '}'" });
  const template: Template = optional.length > 0 ? { source: text, parts, optional } : { source: text, parts };
  return { template, problems };
}

type Step = { readonly length: number } & (
  | { readonly kind: 'literal'; readonly text: string }
  | { readonly kind: 'hole'; readonly hole: Hole }
  | { readonly kind: 'open' | 'close' }
  | { readonly kind: 'problem'; readonly message: string }
);

function readStep(text: string, at: number, inOptional: boolean): Step {
  if (text[at] === '}') return readClosing(text, at, inOptional);
  if (text[at] !== '{') {
    const next = /[{}]/.exec(text.slice(at))?.index ?? text.length - at;
    return { kind: 'literal', length: next, text: text.slice(at, at + next) };
  }
  if (text[at + 1] === '{') return { kind: 'literal', length: 2, text: '{' };
  if (text[at + 1] === '?') {
    if (inOptional)
      return { kind: 'problem', length: 2, message: 'a part that may be missing cannot hold another one' };
    return { kind: 'open', length: 2 };
  }
  HOLE.lastIndex = at;
  const match = HOLE.exec(text);
  const [written, name, type] = match ?? [];
  if (written === undefined || name === undefined || type === undefined) {
    return {
      kind: 'problem',
      length: 1,
      message: "expected a hole {name:type} or a part that may be missing {?…}; '{{' is a brace",
    };
  }
  return { kind: 'hole', length: written.length, hole: { name, type } };
}

function readClosing(text: string, at: number, inOptional: boolean): Step {
  const doubled = text[at + 1] === '}';
  // Inside an optional part `}}` is a brace only while another `}` is left to close the part.
  if (doubled && (!inOptional || text.indexOf('}', at + 2) >= 0)) return { kind: 'literal', length: 2, text: '}' };
  if (inOptional) return { kind: 'close', length: 1 };
  return { kind: 'problem', length: 1, message: "a '}' that closes nothing; '}}' is a brace" };
}
