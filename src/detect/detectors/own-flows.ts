import { keep } from '../../lib/keep.ts';
import { known } from '../../lib/redacted.ts';
import { isWithin, looksLikeBundleId, sameSigningId } from '../../lib/signing-id.ts';
import type { Cite, ProcessRun } from '../../model/entity.ts';
import type { Redacted } from '../../model/redacted.ts';
import type { EventOf } from '../../model/typed-event.ts';
import { type Micros, SECOND } from '../../model/units.ts';
import { SlidingCount } from '../rate.ts';

const WINDOW_US = 10 * SECOND;
const CAP = { cites: 64, times: 4_096, remotes: 256, apps: 512, upstreams: 32 };

export type FlowEvent =
  | EventOf<'networkextension.provider/new-flow-offered'>
  | EventOf<'networkextension.provider/new-flow-accepted'>
  | EventOf<'networkextension.provider/new-flow-rejected'>
  | EventOf<'networkextension.flow/new-flow'>;

/** Which line told of a flow: the library's `New flow`, the framework's call, its accept, its reject. */
export type Told = 'announced' | 'offered' | 'accepted' | 'rejected';

/** Whose socket it was: the provider's own, its container app's, or somebody else's. */
type Whose = 'own' | 'container' | 'other';

/** Flows as one kind of line told of them. */
export class Sightings {
  readonly window = new SlidingCount(WINDOW_US);
  readonly times: Micros[] = [];
  readonly cites: Cite[] = [];
  readonly remotes = new Map<string, number>();
  last: Cite | undefined;

  add(event: FlowEvent, cite: Cite): void {
    this.window.add(event.at);
    this.last = cite;
    if (this.times.length < CAP.times) this.times.push(event.at);
    if (this.cites.length < CAP.cites) this.cites.push(cite);
    const remote = known(event.fields.remote as string | Redacted | undefined);
    if (remote === undefined || (this.remotes.size >= CAP.remotes && !this.remotes.has(remote))) return;
    this.remotes.set(remote, (this.remotes.get(remote) ?? 0) + 1);
  }
}

export type Tally = Readonly<Record<Told, Sightings>>;

/** What one provider run did with its own flows and with those of its container app. */
export class Watch {
  readonly run: ProcessRun;
  readonly own = newTally();
  readonly container = newTally();
  /** Flows of everybody that were explicitly accepted: then silence is no acceptance. */
  acceptedOfAll = 0;
  /** Upstream endpoints that the provider itself names. */
  readonly upstreams = new Set<string>();
  /** Source apps already told apart; asked for every flow. */
  readonly #whose = new Map<string, Whose>();

  constructor(run: ProcessRun) {
    this.run = run;
  }

  see(event: FlowEvent, told: Told, cite: () => Cite): void {
    if (told === 'accepted') this.acceptedOfAll += 1;
    const app = known(event.fields.app as string | Redacted);
    const whose = app === undefined ? 'other' : this.#whoseOf(app);
    if (whose !== 'other') this[whose][told].add(event, cite());
  }

  connects(endpoint: string): void {
    if (this.upstreams.size < CAP.upstreams) this.upstreams.add(endpoint);
  }

  #whoseOf(app: string): Whose {
    const before = this.#whose.get(app);
    if (before !== undefined) return before;
    const whose = whoseFlow(this.run, app);
    // The provider's names come in over its first lines; until its session has named it nothing is settled.
    const isSettled = (this.run.provider?.otherBundles.length ?? 0) > 0;
    if (isSettled && this.#whose.size < CAP.apps) this.#whose.set(keep(app), whose);
    return whose;
  }
}

function newTally(): Tally {
  return { announced: new Sightings(), offered: new Sightings(), accepted: new Sightings(), rejected: new Sightings() };
}

function whoseFlow(run: ProcessRun, app: string): Whose {
  const bundle = run.provider?.bundle ?? run.name;
  if (sameSigningId(app, run.name) || sameSigningId(app, bundle)) return 'own';
  for (const other of run.provider?.otherBundles ?? []) {
    // The container app's bundle is a prefix of its extension's: com.example.acme and com.example.acme.extension.
    if (isWithin(bundle, other) && looksLikeBundleId(bundle)) {
      if (isWithin(app, other)) return 'container';
    } else if (sameSigningId(app, other)) return 'own';
  }
  return 'other';
}
