import type { Micros } from '../../model/units.ts';
import type { MutableFlow } from '../mutable.ts';
import type { Store } from '../store.ts';

/** A flow of which nothing is known but that it is there. Without a hash it is named by its number in the capture. */
export function newFlow(hash: number | undefined, store: Store, at: Micros): MutableFlow {
  const generation = hash === undefined ? 1 : store.nextFlowGeneration(hash);
  const { boot } = store;
  return {
    id: hash === undefined ? `nameless-${store.nextNamelessFlow()}` : idOf(hash, boot, generation),
    hash,
    boot,
    generation,
    protocol: undefined,
    app: undefined,
    remote: undefined,
    host: undefined,
    local: undefined,
    interfaceName: undefined,
    providerPid: undefined,
    openedAt: at,
    kernel: undefined,
    provider: undefined,
    join: undefined,
    state: 'created',
    closedAt: undefined,
    joins: [],
    ending: undefined,
    cites: [],
    said: [],
    filterId: undefined,
    run: undefined,
    isMerged: false,
    moved: undefined,
    before: undefined,
  };
}

function idOf(hash: number, boot: number, generation: number): string {
  return generation === 1 && boot === 0 ? String(hash) : `${hash}#${boot}.${generation}`;
}
