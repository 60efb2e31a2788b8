import { existsSync, readFileSync } from 'node:fs';

/** The facts of the field that the catalog was written from stand beside the project, where they stand at all. */
const FOLDER = new URL('../../../shared/reference/', import.meta.url);

export const HAS_REFERENCE = existsSync(FOLDER);

export interface KernelEntry {
  readonly id: string;
  readonly format: string;
  readonly prefix?: string;
  readonly level: string;
  readonly file: string;
  readonly tier: number;
  readonly example: string;
  readonly args?: readonly { readonly name: string; readonly type: string }[];
}

export interface UserlandEntry {
  readonly id: string;
  readonly process: string;
  readonly sender: string;
  readonly subsystem: string;
  readonly category: string;
  readonly level: string;
  readonly template: string;
  readonly example: string;
}

export function kernelEntries(): KernelEntry[] {
  return read('kernel-messages.json');
}

export function userlandEntries(): UserlandEntry[] {
  return read('userland-messages.json');
}

function read<T>(name: string): T[] {
  return HAS_REFERENCE ? JSON.parse(readFileSync(new URL(name, FOLDER), 'utf8')) : [];
}
