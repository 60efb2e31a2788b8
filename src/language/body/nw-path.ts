import type { NwPath } from '../../model/bodies.ts';

export type OpenPath = { -readonly [key in keyof NwPath]: NwPath[key] } & { uses: string[]; attributes: string[] };

const INTERFACE = /^interface: ?([^\s[]*)(?:\[([^\]]*)(\]?))?$/;

export function openPath(): OpenPath {
  return {
    status: undefined,
    reason: undefined,
    isViable: false,
    ipv4: false,
    ipv6: false,
    dns: false,
    proxy: false,
    uses: [],
    attributes: [],
  };
}

/** Sorts one of the words between the commas into the path. False where it was cut. */
export function addAttribute(path: OpenPath, text: string): boolean {
  const [, name, type, bracket] = path.interface === undefined ? (INTERFACE.exec(text) ?? []) : [];
  if (name !== undefined && name !== '') {
    path.interface = name;
    if (type !== undefined) path.interfaceType = type;
    return bracket !== '';
  }
  if (text === 'viable') path.isViable = true;
  else if (text === 'ipv4' || text === 'ipv6' || text === 'dns' || text === 'proxy') path[text] = true;
  else if (text.startsWith('uses ')) path.uses.push(text.slice('uses '.length).trim());
  else if (text.startsWith('LQM: ') && path.lqm === undefined) path.lqm = text.slice('LQM: '.length).trim();
  else if (text !== '') path.attributes.push(text);
  return true;
}
