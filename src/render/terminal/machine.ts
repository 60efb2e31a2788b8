import type { ExtensionConfiguration, MachineFacts } from '../../model/machine.ts';
import { cutEnd } from './columns.ts';
import type { Drawn } from './drawn.ts';
import { flow, hang, type Line, line, span, widthOf } from './line.ts';
import { count } from './words.ts';

const SHOWN = 6;

/** What the machine is, and what is installed on it that touches the network: one or two rows each. */
export function machineLines({ capture }: Drawn, width: number): Line[] {
  const machines = capture.machines ?? [];
  return [
    ...machines.flatMap((machine) => rows('Machine  ', aboutMachine(machine), width)),
    ...rows('Set up   ', machines.flatMap(setUp), width),
    ...rows(
      'Listed   ',
      (capture.extensions ?? []).map(({ name, bundle, state }) => `${name || bundle} (${state})`),
      width,
    ),
  ];
}

function rows(label: string, facts: readonly string[], width: number): Line[] {
  if (facts.length === 0) return [];
  const head = line(span(label, 'label'));
  const room = width - widthOf(head);
  const shown = facts.slice(0, SHOWN).map((fact) => line(cutEnd(fact, room)));
  const hidden = facts.length - shown.length;
  if (hidden > 0) shown.push(line(span(`and ${hidden} more`, 'quiet')));
  return hang(head, flow(shown, ' · ', room));
}

function aboutMachine({ platform, build, model, takenAt, interfaces, profiles, unread }: MachineFacts): string[] {
  const system = [platform, build].filter((part) => part !== undefined).join(' ');
  const tunnels = interfaces.filter(({ name, isUp }) => isUp && /^(?:utun|ipsec|ppp)/.test(name));
  return [
    ...(model === undefined ? [] : [model]),
    ...(system === '' ? [] : [system]),
    ...(takenAt === undefined ? [] : [`taken ${takenAt.replace('T', ' ')}`]),
    ...tunnels.map(({ name, mtu, rank }) => {
      const place = rank === 1 ? ', preferred' : '';
      return mtu === undefined ? `${name}${place}` : `${name} mtu ${mtu}${place}`;
    }),
    ...(profiles.length === 0 ? [] : [count(profiles.length, 'network payload')]),
    ...(unread.length === 0 ? [] : [`${count(unread.length, 'file')} not readable`]),
  ];
}

/** Only what is switched on, and how. */
function setUp({ configurations }: MachineFacts): string[] {
  return configurations.filter(({ isEnabled }) => isEnabled !== false).map(inWords);
}

function inWords(each: ExtensionConfiguration): string {
  const marks = [
    each.kind,
    ...(each.isOnDemand === true ? ['on demand'] : []),
    ...(each.includesAllNetworks === true ? ['includeAllNetworks'] : []),
    ...(each.enforcesRoutes === true ? ['enforceRoutes'] : []),
    ...(each.isManaged === true ? ['managed'] : []),
  ];
  return `${each.name || (each.provider ?? each.application ?? each.id)} (${marks.join(', ')})`;
}
