import type { Element } from './pattern.ts';

/** Optional parts beyond this many make no skeletons of their own: such a wording is found by its text. */
const MAX_OPTIONAL = 6;

/** One conversion of Apple's format strings: `%d`, `%-10.2f`, `%.*s`, `%llu`, `%{public}@`, `%{private, mask.hash}s`, `%%`. */
const CONVERSION = /%(?:\{[^}]*\})?(?:%|[-+ #0']*(?:\d+|\*)?(?:\.(?:\d+|\*)?)?(?:hh|h|ll|l|q|j|z|t|L)?[@a-zA-Z])/g;

/** Reduces a format string to its literals: every conversion becomes `%`, newlines at the end go. */
export function skeletonOfFormatString(format: string): string {
  return format.replaceAll(CONVERSION, '%').replace(/[\r\n]+$/, '');
}

/** The same for a wording: every hole becomes `%`; one skeleton for every choice of the parts that may be missing. */
export function templateSkeletons(elements: readonly Element[]): string[] {
  const optional = elements.filter((element) => typeof element === 'object' && 'optional' in element).length;
  if (optional > MAX_OPTIONAL) return [];
  let skeletons = [''];
  for (const element of elements) {
    if (typeof element === 'object' && 'optional' in element) {
      const present = element.optional.map(skeletonOf).join('');
      skeletons = skeletons.flatMap((skeleton) => [skeleton + present, skeleton]);
    } else {
      skeletons = skeletons.map((skeleton) => skeleton + skeletonOf(element));
    }
  }
  return [...new Set(skeletons.map((skeleton) => skeleton.replace(/[\r\n]+$/, '')))];
}

function skeletonOf(element: Element): string {
  if (typeof element === 'string') return element;
  return 'guard' in element ? '' : '%';
}
