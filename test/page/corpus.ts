/** What somebody may write into a log, or into the name of one, to make a page run it. Source: html-timeline 13. */
const RUN = 'window.__pwned=1';

export const HOSTILE: readonly string[] = [
  `</script><script>${RUN}</script>`,
  `<!--<script>${RUN}//`,
  `<svg onload=${RUN}>`,
  `<img src=x onerror=${RUN}>`,
  `</template></title></style><body onload=${RUN}>`,
  `]]><script>${RUN}</script>`,
  `" autofocus onfocus="${RUN}" x="`,
  `' onmouseover='${RUN}`,
  '` onclick=`window.__pwned=1`',
  'javascript:window.__pwned=1',
  '\u202etxt.exe\u202c\u2066\u2069 \u200b\u200e\ufeff',
  '\u001b]0;owned\u0007\u001b[2J\u009b31m',
  'nul\0nul',
  'line\u2028para\u2029graph',
  'lone \ud800 high, lone \udc00 low',
  '__proto__',
  'constructor',
  `\`\`\`\n<script>${RUN}</script>\n\`\`\``,
  '[x](javascript:window.__pwned=1) ![y](http://203.0.113.9/z) @everyone #1 | a | b |',
  'end; click A "javascript:window.__pwned=1"; %%{init: {}}%%',
  '\\n\\0\\\\ \\u003c/script>',
  'http://203.0.113.9/beacon.png',
];

/** Words of our own that decide how something is drawn: everything else in a report may be an attacker's. */
const OURS = new Set(
  'severity confidence state kind status grade level format for code from to at openedAt closedAt detector id check'.split(
    ' ',
  ),
);

/** The value with a piece of the corpus before each string that a log decides, the next piece each time. */
export function poisoned<T>(value: T, start = 0): T {
  let next = start;
  const piece = (): string => HOSTILE[next++ % HOSTILE.length] ?? '';
  const walk = (each: unknown, key: string): unknown => {
    if (typeof each === 'string') return OURS.has(key) ? each : `${piece()} ${each}`;
    if (Array.isArray(each)) return each.map((item) => walk(item, key));
    if (typeof each !== 'object' || each === null || ArrayBuffer.isView(each)) return each;
    return Object.fromEntries(Object.entries(each).map(([name, inner]) => [name, walk(inner, name)]));
  };
  // Strings stay strings and shapes stay shapes.
  return walk(value, '') as T;
}
