import { HOST_SHAPE, looksLikeHost } from './host-names.ts';
import type { Kind } from './kinds.ts';
import { SIGN } from './signs.ts';

/** Where a private value stands in a text: by its shape, or by the words before it. */
export interface Pattern {
  readonly kind: Kind;
  /** Bits of `SIGN`: texts that lack one of them are passed over. */
  readonly needs?: number;
  /** Texts without it are passed over, too. */
  readonly hint?: RegExp;
  /** One group: what stands before the value. Or two: the value is the second. None: all of it. */
  readonly find: RegExp;
  readonly isIt?: (value: string) => boolean;
  /** Values that need no table of what was seen: their shape finds them everywhere, in the output too. */
  readonly byShape?: true;
  /** Written from its end, as names in `.arpa` are. */
  readonly isReversed?: true;
}

export const UUID = /(?<![0-9a-f-])[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}(?![0-9a-f])/gi;
/** What a text with one has. */
export const UUID_SIGNS = SIGN.dash | SIGN.hex8;
/** All noughts are nobody's. */
export function isPrivateUuid(uuid: string): boolean {
  return !/^[0-]+$/.test(uuid);
}

const SYSTEM_USERS =
  /^(?:active|inactive|initiated|enabled|disabled|logged|session|interactive|default|level|agent|data|space|mode|info|class|client|process|switched|Shared|root|mobile|daemon|nobody|_\w+|system|guest|wheel|staff|\(null\)|null|nil|none|unknown|<.*)$/i;
const isPerson = (name: string): boolean => !SYSTEM_USERS.test(name);
const isSaid = (value: string): boolean =>
  !/^(?:<|\(null|null$|nil$|none$|unknown$|YES$|NO$|true$|false$|\d{1,3}$|0x)/i.test(value);

/** What stands behind a name and `=` or `:`, in quotes or as a word. */
function named(names: string): RegExp {
  return new RegExp(
    `((?<![A-Za-z])(?:${names})(?:["']?\\s?[:=]\\s?|\\s(?=["'“])))(?:"([^"\\n]{1,128})"|'([^'\\n]{1,128})'|“([^”\\n]{1,128})”|([^\\s"',;)\\]}>]{1,256}))`,
    'gi',
  );
}

/**
 * In this order: what is replaced is not looked at again. Sources: ticket-report section 4; the wordings of line-formats 0.3,
 * of SecCertificate's and CFString's descriptions and of scutil.
 */
export const PATTERNS: readonly Pattern[] = [
  {
    kind: 'secret',
    hint: /-----BEGIN/,
    find: /-----BEGIN [A-Z ]{3,40}-----[\s\S]*?(?:-----END [A-Z ]{3,40}-----|$)/g,
    byShape: true,
  },
  { kind: 'secret', hint: /eyJ/, find: /\beyJ[\w-]{8,}\.[\w-]{4,}(?:\.[\w-]*)?/g },
  {
    kind: 'secret',
    hint: /auth|bearer|basic/i,
    find: /(\b(?:authorization["']?\s?[:=]\s?)?(?:bearer|basic)\s)([\w.~+/=-]{8,})/gi,
  },
  {
    kind: 'secret',
    hint: /pass|secret|token|cookie|key|psk|credential|authorization/i,
    find: named(
      'password|passwd|passphrase|passcode|(?:client|shared)?[_-]?secret|(?:access|auth|refresh|id|session|push|device)[_-]?token|token|set-cookie|cookie|api[_-]?key|psk|pre-?shared[_-]?key|private[_-]?key|credential|authorization',
    ),
    isIt: (value) => isSaid(value) && value.length > 3,
  },
  { kind: 'key', needs: SIGN.equals, find: /(?<![A-Za-z0-9+/])[A-Za-z0-9+/]{42,43}=(?![A-Za-z0-9=])/g },
  { kind: 'key', hint: /peer\(/, find: /(\bpeer\()([A-Za-z0-9+/]{4}…[A-Za-z0-9+/]{3}=)/g },
  {
    kind: 'config',
    needs: SIGN.bracket | SIGN.colon | SIGN.dash,
    find: /(\[(?:[A-Z][\w -]{2,30}:)?)([^[\]\n]{1,200}?)(?=:[0-9A-Fa-f]{8}-[0-9A-Fa-f]{4}-)/g,
    isIt: isSaid,
  },
  {
    kind: 'url',
    needs: SIGN.colon | SIGN.slash,
    hint: /:\/\//,
    find: /\b(?:https?|wss?|ftp|quic|masque|ldaps?|smb|afp|nfs|ssh|sftp|socks5?|tcp|udp|tls|vpn|[a-z][a-z0-9+.-]{1,24}):\/\/[^\s"'<>{}|\\^`]*[^\s"'<>{}|\\^`,;:.)\]]/gi,
  },
  { kind: 'mail', needs: SIGN.at | SIGN.dot, find: /[\w.%+-]{1,64}@(?:[\w-]{1,63}\.)+[a-z]{2,24}(?![\w-])/gi },
  {
    kind: 'dir',
    needs: SIGN.slash,
    hint: /\/(?:Users|home|Volumes|folders)\//,
    find: /\/(?:Users|home|Volumes|var\/folders)\/[^/\s"'<>:;,)\]]+(?:\/[^/\n"'<>:;,]{1,80}(?=\/)|\/[^/\s"'<>:;,)\]]*)*/g,
  },
  {
    kind: 'cert',
    hint: /CN=|cert\(| s: /,
    find: /((?:\b(?:CN|O|OU|emailAddress)=|<cert\(0x[0-9a-f]+\) s: ))([^,/\n"<>]{1,128}?)(?=,|\/|\n|"|>| i: |$)/g,
    isIt: isSaid,
  },
  { kind: 'cert', needs: SIGN.colon | SIGN.greater, hint: / i: /, find: /( i: )([^>\n]{1,128})(?=>)/g, isIt: isSaid },
  {
    kind: 'user',
    hint: /user|login|owner/i,
    find: named('user(?:[ _-]?name)?|login(?: name)?|console ?user|account ?owner|short ?name'),
    isIt: (value) => isSaid(value) && isPerson(value) && !/^\d+$/.test(value),
  },
  {
    kind: 'account',
    hint: /account|apple.?id|dsid|eap|identity/i,
    find: named(
      'account(?:[ _-]?(?:name|id))?|apple[ _-]?id|dsid|eap ?(?:user|identity)|(?:local|remote)(?:[ _-]?)identifier',
    ),
    isIt: isSaid,
  },
  {
    kind: 'ssid',
    hint: /ssid|network ?name/i,
    find: named('ssid(?:[ _-]?str)?|ssid ?name|network ?name|wi-?fi ?network'),
    isIt: isSaid,
  },
  {
    kind: 'device',
    hint: /name/i,
    find: named(
      'computer ?name|local ?host ?name|device ?name|host ?name \\(scutil\\)|machine ?name|user ?assigned ?device ?name|peer ?name|airdrop ?name',
    ),
    isIt: isSaid,
  },
  {
    kind: 'config',
    hint: /config|vpn|profile|relay/i,
    find: named(
      'configuration ?name|vpn ?(?:service ?)?name|profile ?name|service ?name|display ?name|localized ?description',
    ),
    isIt: isSaid,
  },
  {
    kind: 'host',
    hint: /host|server|domain|sni|qname|name/i,
    find: named(
      '(?:remote ?)?host ?name|remote ?host|server(?: ?(?:address|name))?|sni|server ?name ?indication|qname|search ?domains?|domain ?name|dns ?name|vpn ?server|gateway ?name|relay ?host',
    ),
    isIt: (value) => isSaid(value) && /^[\p{L}\p{N}_.-]{2,253}$/u.test(value) && !/^[\d.]+$/.test(value),
  },
  {
    kind: 'serial',
    hint: /serial|udid|ecid|imei|iccid|meid|uniquedevice|crashreporterkey/i,
    find: named(
      'serial(?: ?number|_?no)?|IOPlatformSerialNumber|UDID|unique ?device ?id|ECID|IMEI2?|ICCID|MEID|EID|crash ?reporter ?key',
    ),
    isIt: (value) => isSaid(value) && /^[\w-]{6,64}$/.test(value) && /\d/.test(value),
  },
  { kind: 'uuid', needs: UUID_SIGNS, find: UUID, isIt: isPrivateUuid, byShape: true },
  {
    kind: 'mac',
    needs: SIGN.colons5,
    find: /(?<![0-9a-f:.-])(?:[0-9a-f]{1,2}:){5}[0-9a-f]{1,2}(?![0-9a-f:-])/gi,
    isIt: (value) => /[a-f]|[0-9a-f]{2}:.*[0-9a-f]{2}/i.test(value) && !/^(?:[f:]+|[0:]+)$/i.test(value),
  },
  {
    kind: 'ip',
    needs: SIGN.colons2,
    hint: /::|:.*:.*:/,
    find: /(?<![0-9a-f:.\w])(?:[0-9a-f]{0,4}:){2,7}(?:\d{1,3}(?:\.\d{1,3}){3}|[0-9a-f]{0,4})(?![0-9a-f:])/gi,
    isIt: (value) => value !== '::',
  },
  {
    kind: 'ip',
    needs: SIGN.dot | SIGN.digit,
    hint: /\d\.\d/,
    find: /(?<!\b(?:version|build|release|ver)["']?[ :=]{1,3}["']?)(?<![\w.-])\d{1,3}(?:\.\d{1,3}){3}(?![\w]|\.\d{1,3}(?!\d))/g,
  },
  { kind: 'ip', needs: SIGN.dash | SIGN.digit, hint: /\d-\d/, find: /(?<![\d.]|\d-)\d{1,3}(?:-\d{1,3}){3}(?![\d-])/g },
  {
    kind: 'hash',
    needs: SIGN.equals | SIGN.hex8,
    hint: /bytes = 0x/,
    find: /(bytes = 0x)([0-9a-f]{8,}(?:[ .…]+[0-9a-f]+)*)/gi,
    byShape: true,
  },
  {
    kind: 'hash',
    needs: SIGN.less | SIGN.dot | SIGN.colon,
    hint: /mask\.hash/,
    find: /(<mask\.hash: ')([^']{4,128})(?=')/g,
    byShape: true,
  },
  {
    kind: 'hash',
    needs: SIGN.hash | SIGN.hex8,
    find: /((?:Hostname|IPv4|IPv6|Url|URL)#)([0-9a-f]{8})(?![0-9a-f])/g,
    byShape: true,
  },
  {
    kind: 'hash',
    needs: SIGN.colon | SIGN.hex8,
    hint: /hash/,
    find: /(\b(?:name|url|key) hash: )([0-9a-f]{8})(?![0-9a-f])/g,
    byShape: true,
  },
  {
    kind: 'hash',
    needs: SIGN.less | SIGN.colon | SIGN.greater,
    hint: /<IPv[46]:/,
    find: /(<IPv[46]:)([\w+/=]{6,64})(?=>)/g,
    byShape: true,
  },
  {
    kind: 'serial',
    needs: SIGN.hex16,
    find: /(?<![0-9A-Fa-fx-])(?:[0-9A-F]{8}-[0-9A-F]{16}|[0-9a-f]{40}|[0-9a-f]{64})(?![0-9A-Fa-f])/g,
  },
  {
    kind: 'phone',
    needs: SIGN.plus,
    hint: /\+\d|tel/,
    find: /(?<![\w+])\+\d[\d ()-]{6,17}\d(?!\w)/g,
    isIt: (value) => value.replaceAll(/\D/g, '').length >= 8,
  },
  {
    kind: 'place',
    hint: /lat|<[+-]\d/i,
    find: /(\b(?:lat(?:itude)?|lon(?:gitude)?)["']?\s?[:=]\s?)(-?\d{1,3}\.\d{2,})/gi,
  },
  {
    kind: 'place',
    needs: SIGN.less | SIGN.digit,
    hint: /<[+-]\d/,
    find: /(<)([+-]\d{1,3}\.\d{3,},\s?[+-]\d{1,3}\.\d{3,})/g,
  },
  {
    kind: 'device',
    hint: /['’]s /,
    find: /\b\p{Lu}[\p{L}-]{1,24}['’]s (?:iPhone|iPad|MacBook(?: Pro| Air)?|iMac|Mac(?: mini| Studio| Pro)?|Apple ?(?:Watch|TV)|AirPods|HomePod)\b/gu,
  },
  { kind: 'host', needs: SIGN.dot, hint: /\w\.\w/, find: HOST_SHAPE, isIt: looksLikeHost },
  {
    kind: 'app',
    needs: SIGN.dot,
    hint: /\w\.\w/,
    find: /(?<![\w@-])(?:[A-Z0-9]{10}\.)?\.?(?:com|org|net|io|edu|app|dev|me|co|ch|de|uk|fr|jp|cn|ru|eu|at|it|nl|se|us|ca|au|be|pl|no|fi|dk|es|br|in|kr|tv|cc|ai|sh)(?:\.[\w-]{1,64})+/gi,
  },
  {
    kind: 'app',
    needs: SIGN.dot,
    hint: /\.(?:app|appex|systemextension|xpc|framework|bundle|plugin)\b/,
    find: /[^/\n"'<>:;,()[\]]{1,64}(?=\.(?:app|appex|systemextension|xpc|bundle|plugin)(?:\/|$|["'\s]))/g,
  },
  {
    kind: 'app',
    needs: SIGN.bracket | SIGN.digit,
    hint: /\[\d+\]/,
    find: /(\b(?:from|by|client|process|app|for) )(\p{L}[\p{L}\p{N}._ -]{0,63}?)(?=\[\d{1,7}\])/gu,
    isIt: (value) => value !== 'corpse',
  },
];
