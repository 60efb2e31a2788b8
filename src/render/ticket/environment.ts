import type { Report } from '../../model/report.ts';
import { cutMiddle } from '../terminal/columns.ts';
import { bytes, count } from '../terminal/words.ts';
import type { Block, Span } from './document.ts';

const ROWS = 15;
const CELL = 240;

export type Row = readonly [string, Span];

/** The machine, what is installed on it, and the capture, as a table; what only a person knows is asked for. */
export function environmentTable(report: Report): Block {
  const { capture, tool, processes } = report;
  const { machines = [], extensions = [], inputs, levels, boots } = capture;
  const systems = machines
    .map(({ model, platform, build }) => [model, platform, build].filter((part) => part !== undefined).join(' '))
    .filter((facts) => facts !== '');
  const providers = [
    ...new Set(processes.flatMap(({ provider }) => (provider === undefined ? [] : [provider.bundle]))),
  ];
  const rows: Row[] = [
    ...(systems.length === 0 ? [asked('system', 'Mac or device, system version and build')] : []),
    ...systems.map((facts): Row => ['system', facts]),
    ...providers.slice(0, ROWS).map((bundle): Row => ['provider', coded(bundle)]),
    ...machines
      .flatMap(({ configurations }) => configurations)
      .slice(0, ROWS)
      .map((each): Row => ['configuration', said(configurationFacts(each))]),
    ...extensions
      .slice(0, ROWS)
      .map(({ name, bundle, version, state }): Row => ['extension', said([name || bundle, version, state])]),
    ...machines
      .flatMap(({ profiles }) => profiles)
      .slice(0, ROWS)
      .map(({ type, name }): Row => ['profile', said([type, name])]),
    ...(extensions.length === 0 ? [asked('versions', 'of the app and of its extension')] : []),
    ...(machines.length === 0 ? [asked('also installed', 'other VPNs, filters, DNS proxies')] : []),
    ...inputs
      .slice(0, ROWS)
      .map(
        ({ name, format, bytes: size, lines }): Row => [
          'capture',
          said([name, format, bytes(size), lines > 0 && count(lines, 'line')]),
        ],
      ),
    ['levels', said([levels.join(', '), count(boots, 'boot')])],
    ['by', `${tool.name} ${tool.version}`],
  ];
  return { kind: 'table', head: ['environment', ''], rows };
}

function configurationFacts(each: NonNullable<Report['capture']['machines']>[number]['configurations'][number]): Facts {
  return [
    ...[each.name || each.id, each.kind, each.provider, each.isEnabled === false && 'off'],
    ...[each.isOnDemand === true && 'on demand', each.includesAllNetworks === true && 'includes all networks'],
    each.isManaged === true && 'managed',
  ];
}

type Facts = readonly (string | false | undefined)[];

export function asked(name: string, what: string): Row {
  return [name, `(to be filled in: ${what})`];
}

function said(facts: Facts): string {
  return cutMiddle(facts.filter((fact) => fact !== false && fact !== undefined && fact !== '').join(', '), CELL);
}

function coded(text: string): Span {
  return { code: cutMiddle(text, CELL) };
}
