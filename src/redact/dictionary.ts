import { UserError } from '../lib/errors.ts';
import { isAppleHost } from './host-names.ts';
import type { Kind } from './kinds.ts';
import { Needles } from './needles.ts';
import { isAppleName } from './software-names.ts';
import { isToken } from './tokens.ts';

export interface Entry {
  readonly kind: Kind;
  /** As it was seen first. */
  readonly value: string;
}

/** Beyond these a run would need more memory than it may take. */
const MOST = { values: 200_000, characters: 24_000_000 };
const MOST_FILES = 2_000;
const SHORTEST = 3;
/** Words that tokens are made of: as a value, they would be found in every token. */
const OF_TOKENS =
  /^(?:user|mail|phone|account|device|serial|ssid|mac|place|secret|cert|dir|key|hash|config|encoded|host|path|team|file|input|dropped|query|text|characters|left|out|ip4|ip6|prv|cgn|ula|doc|n64|pub|tld|com|net|org|local|test|example|arpa|\d{1,4})$/;
/** Kinds whose values count inside longer words: a name is one wherever it stands. Numbers must stand alone. */
const STAND_ALONE: ReadonlySet<Kind> = new Set(['ip', 'mac', 'phone', 'serial', 'host', 'app', 'team']);

export interface DictionaryOptions {
  /** In small letters: everything the catalog's messages say themselves. What stands in it is a word, not a name. */
  readonly commonText: string;
  /** Whether names of software stay: what is called like a piece of it is no secret then. */
  readonly keepsSoftware: boolean;
}

/** Every private value that was seen. It is complete before anything is written. */
export class Dictionary {
  readonly needles = new Needles();
  /** Names of the run's own files, paths and all: they may hold blanks, and are replaced before anything is looked for. */
  readonly files = new Set<string>();
  readonly #entries = new Map<string, Entry>();
  readonly #software = new Set<string>();
  readonly #products = new Set<string>();
  readonly #options: DictionaryOptions;
  #characters = 0;

  constructor(options: DictionaryOptions) {
    this.#options = options;
  }

  add(kind: Kind, value: string): void {
    if (kind === 'file') {
      if (value.length > SHORTEST && this.files.size < MOST_FILES) this.files.add(value);
      return;
    }
    const lower = value.normalize('NFC').toLowerCase().trim();
    if (this.#entries.has(lower) || lower.length < SHORTEST || isToken(lower) || !/^[\p{L}\p{N}]/u.test(lower)) return;
    if (OF_TOKENS.test(lower) || isAppleName(value) || isAppleHost(lower) || this.#isCommon(lower)) return;
    this.#characters += lower.length;
    if (this.#entries.size >= MOST.values || this.#characters > MOST.characters) throw tooMany();
    this.#entries.set(lower, { kind, value });
  }

  /** A name of software that this level keeps. */
  keep(name: string): void {
    if (!this.#options.keepsSoftware || this.#software.size > MOST.values) return;
    this.#software.add(name.toLowerCase());
    for (const word of name.toLowerCase().split('.')) this.#software.add(word);
  }

  /** Builds the index. Nothing is added later. */
  seal(): void {
    for (const [lower, { kind }] of this.#entries) {
      const isProduct =
        this.#options.keepsSoftware &&
        (kind === 'config' || kind === 'device' || kind === 'cert') &&
        this.#isSoftware(lower);
      if (isProduct) {
        this.#entries.delete(lower);
        this.#products.add(lower);
      } else this.needles.add(lower, STAND_ALONE.has(kind));
    }
  }

  entryOf(lower: string): Entry | undefined {
    return this.#entries.get(lower);
  }

  get size(): number {
    return this.#entries.size;
  }

  /** Whether a configuration, device or certificate is called like a piece of software that this level keeps: once it is sealed. */
  isProduct(value: string): boolean {
    return this.#products.has(value.normalize('NFC').toLowerCase().trim());
  }

  /** A word of the catalog's own in the place of a name (a configuration called "VPN"): only its place can tell. */
  #isCommon(lower: string): boolean {
    return /^[a-z -]+$/.test(lower) && this.#options.commonText.includes(lower);
  }

  #isSoftware(lower: string): boolean {
    const squeezed = lower.replaceAll(/[^\p{L}\p{N}]/gu, '');
    return this.#software.has(lower) || this.#software.has(squeezed);
  }
}

function tooMany(): UserError {
  return new UserError(
    `more than ${MOST.values.toLocaleString('en')} private values: they cannot all be kept in mind, so nothing was written`,
    {
      exitCode: 6,
      hint: 'take a part of the capture: --since, --until, --last',
    },
  );
}
