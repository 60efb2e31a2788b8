/** Suffixes that say what a name is, not whose it is. Beside these, all of two letters (countries). */
const SUFFIXES = new Set(
  (
    'com net org edu gov mil arpa info biz mobi aero coop museum local localdomain lan home internal intranet corp ' +
    'private test example invalid onion app dev cloud online site xyz tech store shop live life world network systems email zone ' +
    'services company digital media agency club vip icu'
  ).split(' '),
);
/** Endings of two letters that files have and hosts seldom: two labels with one of these are taken for a file. */
const FILE_ENDINGS = new Set(
  'cc in js mm md pl pm ps py rs sh so ts vi ai ml gz hs is id my ms no to at so'.split(' '),
);
/** Suffixes that words with a dot between them carry too: they need three labels to be a name. */
const ORDINARY =
  /^(?:app|dev|cloud|online|site|tech|store|shop|live|life|world|network|systems|email|zone|services|company|digital|media|group|agency|club|vip|work|space|top|icu|link|page|software|solutions|technology|info|name|pro|int|home|private|test|local|example|invalid|internal|group)$/;
/** How reversed names begin. */
const REVERSED =
  /^(?:com|org|net|io|edu|gov|app|dev|me|co|ch|de|uk|fr|jp|cn|ru|eu|at|it|nl|se|us|ca|au|be|pl|no|fi|dk|es|br|in|kr|tv|cc|ai|sh)$/;
/** Apple's own. */
const APPLE =
  /(?:^|\.)(?:apple\.com|icloud\.com|icloud-content\.com|apple-dns\.net|aaplimg\.com|mzstatic\.com|cdn-apple\.com|apple-cloudkit\.com|me\.com|mac\.com|in-addr\.arpa\.)$/;

export const HOST_SHAPE = /(?<![\w.@/\\-])(?:[\w-]{1,63}\.)+[a-z][a-z0-9-]{1,23}(?![\w-]|\.[a-z0-9_-]|\()/gi;

export function isAppleHost(host: string): boolean {
  return APPLE.test(host) && !host.includes('btmm');
}

/** Whether dotted words in a free text are the name of a host: not a bundle identifier, not a file, not a member of something. */
export function looksLikeHost(name: string): boolean {
  const labels = name.toLowerCase().split('.');
  const last = labels.at(-1) ?? '';
  const [first = ''] = labels;
  if (/^ip[46]-/.test(first)) return false;
  if (!(SUFFIXES.has(last) || last.length === 2)) return false;
  if (last.length === 2 && (FILE_ENDINGS.has(last) || /\d/.test(last)) && labels.length < 3) return false;
  if (first === 'com' || (REVERSED.test(first) && labels.length > 2 && !/^(?:com|net|org|arpa)$/.test(last)))
    return false;
  return !(ORDINARY.test(last) && labels.length < 3) || /^(?:local|lan|internal|example|test|invalid)$/.test(last);
}

/** `tld-com`; rare suffixes may be somebody's own and all are one. */
export function suffixClass(label: string): string {
  return SUFFIXES.has(label) || /^[a-z]{2}$/.test(label) ? `tld-${label}` : 'tld-other';
}
