import type { Origin } from '../../model/log-record.ts';
import { type OriginTable, type SenderlessParts, WANTS_NONE, WANTS_PROBE } from '../origin-table.ts';
import type { Probe } from '../probe.ts';
import type { CatalogProcess, ChunksetNote } from './catalog.ts';
import { dashed } from './raw-bytes.ts';
import type { Image } from './string-files.ts';
import type { StringStore } from './string-store.ts';

/** What is wanted of an origin. */
export interface Verdict {
  readonly origin: Origin;
  readonly isWanted: boolean;
  /** Only messages that hold one of its literals are wanted. */
  readonly probe: Probe | undefined;
}

/** Of one subsystem and category of a process: what is wanted, by who sends. */
export interface SubsystemGate {
  /** False: of no sender. */
  readonly isOpen: boolean;
  readonly parts: SenderlessParts;
  /** By number of the image. */
  readonly bySender: Map<number, Verdict>;
}

/** Of a process as one catalog lists it. */
export interface ProcessGate {
  readonly process: CatalogProcess | undefined;
  readonly name: string;
  readonly path: string | undefined;
  /** By the number that entries give; 0 for entries without a subsystem. */
  readonly bySubsystem: (SubsystemGate | undefined)[];
  /** Whether anything of it may be wanted; undefined until somebody asks. */
  isOpen: boolean | undefined;
}

/** Subsystem gates that are remembered across catalogs. */
const MAX_GATES = 32_768;
/** Process name of entries whose process the catalog does not list. It must not be empty: that is the log system. */
const UNKNOWN_PROCESS = '<unknown>';

/**
 * Asks once per origin what is wanted, and answers by number after that. Answers hold until the gate is asked again
 * (`OriginTable.version`).
 */
export class Gates {
  readonly #origins: OriginTable;
  readonly #strings: StringStore;
  readonly #byName = new Map<string, SubsystemGate>();
  readonly #byProcess = new Map<CatalogProcess | undefined, ProcessGate>();
  #version = 0;
  #givenUp = false;
  #meta: Verdict | undefined;

  constructor(origins: OriginTable, strings: StringStore) {
    this.#origins = origins;
    this.#strings = strings;
  }

  /** Forgets the processes of the catalog before; and everything, where wants have changed. */
  startCatalog(): void {
    this.#byProcess.clear();
    if (this.#version === this.#origins.version && this.#byName.size < MAX_GATES) return;
    this.#givenUp = this.#version === this.#origins.version;
    this.#version = this.#origins.version;
    this.#byName.clear();
    this.#meta = undefined;
  }

  /** Whether the gate answers anything otherwise than it did. */
  haveChanged(): boolean {
    // What was given up is not known any more.
    if (this.#givenUp) return true;
    if (this.#meta !== undefined && !isSame(this.#meta, this.#again(this.#meta.origin))) return true;
    for (const { isOpen, parts, bySender } of this.#byName.values()) {
      if (this.#origins.mayWant(parts) !== isOpen) return true;
      for (const verdict of bySender.values()) if (!isSame(verdict, this.#again(verdict.origin))) return true;
    }
    return false;
  }

  #again({ process, processPath, subsystem, category, sender }: Origin): Verdict {
    return this.#ask({ process, processPath, subsystem, category }, sender);
  }

  of(process: CatalogProcess | undefined): ProcessGate {
    let gate = this.#byProcess.get(process);
    if (gate === undefined) {
      gate = { process, ...this.#nameOf(process), bySubsystem: [], isOpen: undefined };
      this.#byProcess.set(process, gate);
    }
    return gate;
  }

  /** False where nothing that this process logs is wanted: neither of its subsystems nor without one. */
  isOpen(gate: ProcessGate): boolean {
    gate.isOpen ??=
      gate.process === undefined ||
      this.subsystem(gate, 0).isOpen ||
      [...gate.process.subsystems().keys()].some((number) => this.subsystem(gate, number).isOpen);
    return gate.isOpen;
  }

  /** Whether a chunkset holds nothing that is wanted: none of its processes is. */
  isShut(note: ChunksetNote): boolean {
    return note.processes.every((process) => process !== undefined && !this.isOpen(this.of(process)));
  }

  subsystem(gate: ProcessGate, number: number): SubsystemGate {
    let found = gate.bySubsystem[number];
    if (found === undefined) {
      const name = number === 0 ? undefined : gate.process?.subsystems().get(number);
      found = this.named(gate, name?.subsystem ?? '', name?.category ?? '');
      gate.bySubsystem[number] = found;
    }
    return found;
  }

  /** For entries that spell their subsystem out. */
  named({ name, path }: ProcessGate, subsystem: string, category: string): SubsystemGate {
    const key = `${path ?? name}\0${subsystem}\0${category}`;
    let gate = this.#byName.get(key);
    if (gate === undefined) {
      if (this.#byName.size >= MAX_GATES) {
        this.#byName.clear();
        this.#givenUp = true;
      }
      const parts = { process: name, processPath: path, subsystem, category };
      gate = { isOpen: this.#origins.mayWant(parts), parts, bySender: new Map() };
      this.#byName.set(key, gate);
    }
    return gate;
  }

  /** `image` undefined: nobody knows who sends. */
  verdict(gate: SubsystemGate, image: Image | undefined): Verdict {
    const id = image?.id ?? 0;
    let verdict = gate.bySender.get(id);
    if (verdict === undefined) {
      verdict = this.#ask(gate.parts, image === undefined || image.name === '' ? gate.parts.process : image.name);
      gate.bySender.set(id, verdict);
    }
    return verdict;
  }

  /** Of the log system's own lines. */
  meta(): Verdict {
    this.#meta ??= this.#ask({ process: '', processPath: undefined, subsystem: '', category: '' }, '');
    return this.#meta;
  }

  #ask(parts: SenderlessParts, sender: string): Verdict {
    const slot = this.#origins.fromArchive(parts, sender);
    const wants = this.#origins.wants[slot];
    return {
      origin: this.#origins.origin(slot),
      isWanted: wants !== WANTS_NONE,
      probe: wants === WANTS_PROBE ? this.#origins.probe(slot) : undefined,
    };
  }

  /** Where the image's strings are missing, the two processes that every machine has are known by their pids. */
  #nameOf(process: CatalogProcess | undefined): Pick<ProcessGate, 'name' | 'path'> {
    if (process === undefined) return { name: UNKNOWN_PROCESS, path: undefined };
    const path = this.#strings.image(process.mainUuid)?.image.path ?? '';
    if (path !== '') return { name: path.slice(path.lastIndexOf('/') + 1), path };
    if (process.pid === 0) return { name: 'kernel', path: '/kernel' };
    if (process.pid === 1) return { name: 'launchd', path: '/sbin/launchd' };
    return { name: process.mainUuid === '' ? UNKNOWN_PROCESS : dashed(process.mainUuid), path: undefined };
  }
}

function isSame(a: Verdict, b: Verdict): boolean {
  return a.isWanted === b.isWanted && (a.probe === undefined) === (b.probe === undefined);
}
