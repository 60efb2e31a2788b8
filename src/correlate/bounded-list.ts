/** Appends within a cap by dropping the oldest; says whether something was dropped. */
export function pushBounded<T>(list: T[], item: T, cap: number): boolean {
  list.push(item);
  if (list.length <= cap) return false;
  list.shift();
  return true;
}
