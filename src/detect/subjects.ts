import type { ProcessRun, Session, World } from '../model/entity.ts';
import type { Subject } from '../model/finding.ts';

/** The provider run as a party: its bundle and pid, the session it serves, and the session's name. */
export function providerSubject(run: ProcessRun, session: Session | undefined): Subject {
  const uuid = session?.uuid ?? run.provider?.sessions[0];
  return {
    kind: 'provider',
    bundle: run.provider?.bundle ?? run.name,
    ...(run.pid < 0 ? {} : { pid: run.pid }),
    ...(uuid === undefined ? {} : { session: uuid }),
    name: session?.name ?? run.name,
  };
}

/** Every bundle by which this run's provider goes, its process name among them. */
export function bundlesOf(run: ProcessRun): string[] {
  const provider = run.provider;
  return [...new Set([run.name, ...(provider === undefined ? [] : [provider.bundle, ...provider.otherBundles])])];
}

/** Some process of the capture is a provider and printed something: what NetworkExtension prints in it would show. */
export function hasProvider(world: World): boolean {
  for (const run of world.processes) if (run.provider !== undefined && run.lines > 0) return true;
  return false;
}
