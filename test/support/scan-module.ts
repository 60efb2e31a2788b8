/**
 * A tokenizer just careful enough to say what a TypeScript module imports: it knows comments, strings, templates and
 * regular expressions, and nothing else of the language.
 */

export interface ImportSite {
  /** As written; undefined where a dynamic import computes it. */
  readonly specifier: string | undefined;
  /** `import()` is dynamic; everything that loads with the module is static. */
  readonly kind: 'static' | 'dynamic';
  /** `import type`, `export type`: gone before the program runs. */
  readonly typeOnly: boolean;
  /** `export … from`. */
  readonly reexport: boolean;
  /** Names taken from the other module, `*` for all of them. */
  readonly names: readonly string[];
  /** 1-based. */
  readonly line: number;
}

export interface ModuleScan {
  /** As long as the text; comments, regular expressions and what stands between quotes are blanks. */
  readonly code: string;
  readonly imports: readonly ImportSite[];
}

export function scanModule(text: string): ModuleScan {
  const code = blank(text);
  return { code, imports: [...findImports(text, code)] };
}

const TOKEN =
  /(?<comment>\/\/[^\n]*|\/\*[\s\S]*?(?:\*\/|$))|(?<string>'(?:[^'\\\n]|\\[\s\S])*'?|"(?:[^"\\\n]|\\[\s\S])*"?)|(?<space>\s+)|(?<word>[\w$]+)|(?<other>[\s\S])/y;
const TEMPLATE_TEXT = /(?:[^`\\$]|\\[\s\S]|\$(?!\{))*(?:`|\$\{|$)/y;
const REGEX = /\/(?:[^/\\[\n]|\\.|\[(?:[^\]\\\n]|\\.)*\])+\/[a-z]*/y;

/** Words after which a slash begins a regular expression; after any other word it divides. */
const BEFORE_REGEX = new Set(
  'return typeof case in of do else void throw new delete await yield instanceof'.split(' '),
);

/** The text with everything that is not code replaced by blanks; newlines, quotes and length stay. */
export function blank(text: string): string {
  const state: State = { braces: [], previous: '' };
  let code = '';
  while (code.length < text.length) code += nextPiece(text, code.length, state);
  return code;
}

interface State {
  /** What each open brace belongs to, the innermost last. */
  readonly braces: ('block' | 'template')[];
  /** The last piece of code before this one: it tells a division from a regular expression. */
  previous: string;
}

function nextPiece(text: string, at: number, state: State): string {
  const token = match(TOKEN, text, at);
  const [piece] = token;
  const { comment, space, string } = token.groups ?? {};
  if (space !== undefined) return space;
  if (comment !== undefined) return blanks(comment);
  const { previous } = state;
  state.previous = piece;
  if (string !== undefined) return `${piece[0]}${blanks(piece.slice(1, -1))}${piece.slice(1).slice(-1)}`;
  if (piece === '`') return templateText(text, at, state);
  if (piece === '}' && state.braces.pop() === 'template') return templateText(text, at, state);
  if (piece === '{') state.braces.push('block');
  if (piece === '/' && beginsRegex(previous)) return blanks(tryMatch(REGEX, text, at)?.[0] ?? '') || piece;
  return piece;
}

/** From the backtick or closing brace at `at` to the next hole or the end of the template. */
function templateText(text: string, at: number, state: State): string {
  const [rest] = match(TEMPLATE_TEXT, text, at + 1);
  const opensHole = rest.endsWith('${');
  if (opensHole) state.braces.push('template');
  state.previous = opensHole ? '{' : '`';
  return `${text[at]}${blanks(rest.slice(0, -1))}${rest.slice(-1)}`;
}

function beginsRegex(previous: string): boolean {
  if (/^[\w$]/.test(previous)) return BEFORE_REGEX.has(previous);
  return !/^[)\]}'"`/]/.test(previous);
}

function blanks(text: string): string {
  return text.replace(/[^\n]/g, ' ');
}

function tryMatch(pattern: RegExp, text: string, at: number): RegExpExecArray | undefined {
  pattern.lastIndex = at;
  return pattern.exec(text) ?? undefined;
}

function match(pattern: RegExp, text: string, at: number): RegExpExecArray {
  const found = tryMatch(pattern, text, at);
  if (found === undefined) throw new Error(`the scanner stopped at ${JSON.stringify(text.slice(at, at + 20))}`);
  return found;
}

/** Each ends at the opening quote of the specifier, or at the parenthesis of a computed one. */
const FORMS: readonly { readonly pattern: RegExp; readonly kind: ImportSite['kind']; readonly reexport?: true }[] = [
  { pattern: /(?<![\w$.])import\s*(?=['"])/g, kind: 'static' },
  { pattern: /(?<![\w$.])import\s+(?<clause>[^'"`;()]*?)\bfrom\s*(?=['"])/g, kind: 'static' },
  {
    pattern: /(?<![\w$.])export\s+(?<clause>(?:type\s+)?(?:\*(?:\s*as\s+[\w$]+)?|\{[^}]*\})\s*)from\s*(?=['"])/g,
    kind: 'static',
    reexport: true,
  },
  { pattern: /(?<![\w$.])require\s*\(\s*/g, kind: 'static' },
  { pattern: /(?<![\w$.])import\s*\(\s*/g, kind: 'dynamic' },
];

function* findImports(text: string, code: string): Iterable<ImportSite> {
  for (const { pattern, kind, reexport } of FORMS) {
    for (const found of code.matchAll(pattern)) {
      const clause = found.groups?.clause ?? '';
      yield {
        specifier: quotedAt(text, code, found.index + found[0].length),
        kind,
        typeOnly: /^type\b(?!\s*,|\s+from\b)/.test(clause),
        reexport: reexport ?? false,
        names: namesIn(clause),
        line: code.slice(0, found.index).split('\n').length,
      };
    }
  }
}

function quotedAt(text: string, code: string, at: number): string | undefined {
  const quote = code.charAt(at);
  if (quote !== "'" && quote !== '"' && quote !== '`') return undefined;
  const end = code.indexOf(quote, at + 1);
  return end < 0 ? undefined : text.slice(at + 1, end);
}

function namesIn(clause: string): readonly string[] {
  if (clause.includes('*')) return ['*'];
  const listed = /\{([^}]*)\}/.exec(clause)?.[1] ?? '';
  const byName = listed.split(',').map((name) =>
    name
      .trim()
      .replace(/^type\s+/, '')
      .replace(/\s+as\s+.*$/, ''),
  );
  const byDefault = /^(?!type\b)[\w$]+/.test(clause) ? ['default'] : [];
  return [...byDefault, ...byName.filter((name) => name !== '')];
}
