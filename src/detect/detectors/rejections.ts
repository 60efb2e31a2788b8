import { keep } from '../../lib/keep.ts';
import { printed } from '../../lib/redacted.ts';
import type { Cite, Span } from '../../model/entity.ts';
import type { EventOf } from '../../model/typed-event.ts';
import { type Micros, SECOND } from '../../model/units.ts';
import { SlidingCount } from '../rate.ts';

type Rejected = EventOf<'networkextension.provider/new-flow-rejected'>;

const CAPS = { cites: 16, storms: 256, quarantines: 32, sources: 256 };
/** More than 200 a second, held for half a second: 100 in each half second. Source: detectors.md. */
const HALF_US = SECOND / 2;
const IN_HALF = 100;
const AT_LEAST = 200;
/** What logd silences a process for stands in the seconds before. */
const BEFORE_QUARANTINE_US = 2 * SECOND;
/** Every so many rejections of a storm one is remembered for the evidence. */
const EVERY = 64;

interface Storm {
  count: number;
  from: Micros;
  to: Micros;
  readonly cites: Cite[];
}

/** What one provider rejected: how fast, of whom, and whether logd silenced it for that. */
export class Rejections {
  readonly cites: Cite[] = [];
  readonly quarantines: { readonly count: number; readonly cite: Cite }[] = [];
  readonly #halves = new SlidingCount(HALF_US);
  readonly #seconds = new SlidingCount(SECOND);
  readonly #before = new SlidingCount(BEFORE_QUARANTINE_US);
  readonly #sources = new Map<string, number>();
  readonly #apps = new Map<string, number>();
  readonly #storms: Storm[] = [];
  /** The last rejections: the beginning of a storm is known only when it has lasted. */
  #recent: { readonly at: Micros; readonly cite: Cite }[] = [];
  #firstAt: Micros | undefined;
  #lastAt = 0 as Micros;
  #inSeconds = 0;
  #current: Storm | undefined;

  get total(): number {
    return this.#seconds.total;
  }

  get peakPerSecond(): number {
    return this.#seconds.peak;
  }

  get storms(): readonly Storm[] {
    return this.#storms.filter(({ count, from, to }) => count >= AT_LEAST && to - from >= HALF_US);
  }

  /** From the first to the last of all; undefined where there is none. */
  get span(): Span | undefined {
    return this.#firstAt === undefined ? undefined : { from: this.#firstAt, to: this.#lastAt };
  }

  add(event: Rejected, cite: () => Cite): void {
    const { at } = event;
    this.#seconds.add(at);
    this.#inSeconds = this.#before.add(at);
    const inHalf = this.#halves.add(at);
    this.#firstAt ??= at;
    this.#lastAt = at;
    if (this.cites.length < CAPS.cites) this.cites.push(cite());
    if (this.total % EVERY === 1 || inHalf === IN_HALF) this.#remember(at, cite());
    this.#count(event);
    this.#follow(at, inHalf, cite);
  }

  quarantined(at: Micros, count: number, cite: Cite, atLeast: number): void {
    const recent = at - this.#lastAt <= BEFORE_QUARANTINE_US ? this.#inSeconds : 0;
    if (recent >= atLeast && this.quarantines.length < CAPS.quarantines) this.quarantines.push({ count, cite });
  }

  /** `com.example.app on utun3 (120)`, the most frequent first. */
  topSources(most: number): string[] {
    return top(this.#sources, most).map(([source, count]) => `${source} (${count})`);
  }

  topApps(most: number): string[] {
    return top(this.#apps, most).flatMap(([app]) => (app === '' ? [] : [app]));
  }

  #remember(at: Micros, cite: Cite): void {
    this.#recent.push({ at, cite });
    if (this.#recent.length > CAPS.cites) this.#recent = this.#recent.slice(1);
  }

  #count({ fields }: Rejected): void {
    const app = printed(fields.app);
    const source = fields.interface === undefined ? app : `${app} on ${printed(fields.interface)}`;
    for (const [counts, key] of [
      [this.#sources, source],
      [this.#apps, app],
    ] as const) {
      const known = counts.get(key);
      if (known !== undefined) counts.set(key, known + 1);
      else if (counts.size < CAPS.sources) counts.set(keep(key), 1);
    }
  }

  #follow(at: Micros, inHalf: number, cite: () => Cite): void {
    if (inHalf < IN_HALF) {
      this.#current = undefined;
      return;
    }
    if (this.#current === undefined) {
      const from = (at - HALF_US) as Micros;
      const cites = this.#recent.filter((each) => each.at >= from).map((each) => each.cite);
      this.#current = { count: inHalf, from: cites[0]?.at ?? at, to: at, cites };
      if (this.#storms.length < CAPS.storms) this.#storms.push(this.#current);
      return;
    }
    this.#current.count += 1;
    this.#current.to = at;
    if (this.#current.count % EVERY === 0 && this.#current.cites.length < CAPS.cites) this.#current.cites.push(cite());
  }
}

function top(counts: ReadonlyMap<string, number>, most: number): [string, number][] {
  return [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).slice(0, most);
}
