import type { World } from '../model/entity.ts';

/** The worlds of several machines as one for the report: boots are counted on, so that no two machines share one. */
export function uniteWorlds(worlds: readonly World[]): World {
  const [only] = worlds;
  if (only !== undefined && worlds.length === 1) return only;
  const offsets: number[] = [];
  let boots = 0;
  for (const world of worlds) {
    offsets.push(boots);
    boots += world.boots.length;
  }
  return {
    processes: worlds.flatMap((world, index) =>
      [...world.processes].map((run) => ({ ...run, boot: run.boot + (offsets[index] ?? 0) })),
    ),
    sessions: worlds.flatMap((world) => [...world.sessions]),
    flows: worlds.flatMap((world) => [...world.flows]),
    connections: worlds.flatMap((world) => [...world.connections]),
    dns: worlds.flatMap((world) => [...world.dns]),
    tasks: worlds.flatMap((world) => [...world.tasks]),
    filterFlows: worlds.flatMap((world) => [...world.filterFlows]),
    interfaces: new Map(worlds.flatMap((world) => [...world.interfaces])),
    paths: worlds.flatMap((world) => world.paths),
    extensions: new Map(worlds.flatMap((world) => [...world.extensions])),
    unexpected: worlds.flatMap((world) => world.unexpected),
    power: worlds.flatMap((world) => world.power),
    boots: worlds.flatMap((world, index) =>
      world.boots.map((boot) => ({ ...boot, index: boot.index + (offsets[index] ?? 0) })),
    ),
    endings: {
      byCode: sumOf(worlds.map(({ endings }) => endings.byCode)),
      byCloser: sumOf(worlds.map(({ endings }) => endings.byCloser)),
    },
    evicted: sumOf(worlds.map(({ evicted }) => evicted)),
    process: () => undefined,
    runOf: () => undefined,
    session: (uuid) => worlds.map((world) => world.session(uuid)).find((session) => session !== undefined),
    flow: () => undefined,
    powerNow: () => undefined,
  };
}

function sumOf(counts: readonly Readonly<Record<string, number>>[]): Record<string, number> {
  const sum: Record<string, number> = {};
  for (const each of counts) for (const [key, count] of Object.entries(each)) sum[key] = (sum[key] ?? 0) + count;
  return sum;
}
