import type { InputSummary } from '../model/input.ts';
import type { MachineFacts } from '../model/machine.ts';

/**
 * The machines of a run: what sysdiagnoses and folders say of theirs, completed by what the headers of log archives say. An
 * archive given by itself is a machine of its own; archives of one build and model are one.
 */
export function machinesOf(
  containers: readonly MachineFacts[],
  summaries: readonly InputSummary[],
): readonly MachineFacts[] {
  const machines = [...containers];
  for (const { name, container, machine } of summaries) {
    if (machine === undefined) continue;
    const build = machine.build === '' ? {} : { build: machine.build };
    const model = machine.hardware === '' ? {} : { model: machine.hardware };
    const known = machines.findIndex((each) => each.name === container || isSame(each, machine));
    const facts = machines[known];
    if (facts === undefined)
      machines.push({ name, ...build, ...model, configurations: [], profiles: [], interfaces: [], unread: [] });
    else machines[known] = { ...build, ...model, ...facts };
  }
  return machines;
}

function isSame(machine: MachineFacts, { build, hardware }: { readonly build: string; readonly hardware: string }) {
  return machine.build === build && machine.model === hardware;
}
