import type { CstElement, CstNode, IToken } from 'chevrotain';

/** Children of a CST node by rule or token name; where the parser recovered, any of them may be missing. */
export type Children = Readonly<Record<string, readonly CstElement[] | undefined>>;

export function nodesOf(children: Children, name: string): CstNode[] {
  return (children[name] ?? []).filter((element) => 'children' in element);
}

export function nodeOf(children: Children, name: string): CstNode | undefined {
  return nodesOf(children, name)[0];
}

/** Tokens of one type or category, without those that recovery made up. */
export function tokensOf(children: Children, name: string): IToken[] {
  return (children[name] ?? [])
    .filter((element) => 'image' in element)
    .filter((token) => token.isInsertedInRecovery !== true);
}

export function tokenOf(children: Children, name: string): IToken | undefined {
  return tokensOf(children, name)[0];
}
