/** Faults of the system that are published, with what gives them away. Tables age: what is in here is a hint, never a verdict. */
export interface OsIssue {
  readonly id: string;
  /** The end of a sentence: `is known as …`. */
  readonly says: string;
  /** What the first line of a panic report holds. */
  readonly panic: RegExp;
  readonly advice: string;
  readonly see: string;
}

/**
 * Only faults whose signature a capture can hold. Published faults that are known by nothing but the release they are in
 * (108814599: extensions quit; AdGuard 1726: apps outside of the filter list fail) are left out: their builds are not published.
 */
export const OS_ISSUES: readonly OsIssue[] = [
  {
    id: 'skmem-slab-free',
    says: 'a panic of the kernel’s packet memory that VPN and filter products of several vendors trigger on M5 Macs',
    panic: /skmem_slab_free_locked/,
    advice:
      'Update macOS; until then connect without the extension where that is possible, and file the panic with Apple.',
    see: 'https://developer.apple.com/forums/tags/systemextensions',
  },
];
