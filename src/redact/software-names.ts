/**
 * Words of names of software that say what it is for, not whose it is: the names of a provider still read as a provider's. The
 * first group is recognised inside other words, too.
 */
const INSIDE =
  /(network-?extension|packet-?tunnel|wireguard|extension|provider|gateway|tunnel|filter|helper|daemon|proxy|agent|vpn)/gi;
const WHOLE = new Set(
  (
    'com org net io ch de uk co fr app dev me jp us eu network content data packet dns tun wg mac macos ios macsys mesh system systemextension appex service client server ' +
    'desktop mobile main ui gui cli core renderer gpu plugin worker tool updater launcher login item crash reporter test tests example'
  ).split(' '),
);

/** Processes of Apple's, where no path tells. Source: public logs; names of macOS and iOS daemons. */
const APPLE_PROCESSES = new Set(
  (
    'kernel kernel_task log logd launchd nesessionmanager nehelper neagent networkserviceproxy sysextd runningboardd ReportCrash mDNSResponder ' +
    'mDNSResponderHelper configd powerd symptomsd apsd trustd tccd amfid pkd UserEventAgent locationd cloudd nsurlsessiond airportd bluetoothd ' +
    'WindowServer loginwindow Finder Dock Safari Mail Music Maps Messages SpringBoard backboardd securityd rapportd sharingd identityservicesd ' +
    'WiFiAgent wifid wifip2pd racoon pppd cfprefsd distnoted notifyd opendirectoryd syspolicyd endpointsecurityd usermanagerd lsd assertiond ' +
    'dasd duetexpertd CommCenter timed thermalmonitord watchdogd spindump osanalyticshelper analyticsd diagnosticd coreauthd coreaudiod kdc ' +
    'sandboxd mds mds_stores mdworker softwareupdated mobileassetd akd accountsd callservicesd imagent contextstored coreduetd xpcproxy ' +
    'systemextensionsctl ifconfig ping sudo ssh sshd sh bash zsh curl nsurlsessiond suggestd parsecd itunesstored appstoreagent SystemUIServer ' +
    'DiagnosticReport diagnostic-reports ControlCenter NotificationCenter Spotlight screencaptureui universalaccessd ctkd biometrickitd remoted usbmuxd mediaremoted JetsamEvent exc handler'
  ).split(' '),
);

export function isAppleName(name: string): boolean {
  return name === '' || /^(?:\.?com\.apple(?:\.|$))/i.test(name) || APPLE_PROCESSES.has(name);
}

export function isAppleImage(path: string): boolean {
  if (/^\/(?:System|usr|sbin|bin|Library\/Apple)\//.test(path) || /^\/?kernel$/.test(path)) return true;
  return isAppleName(path.slice(path.lastIndexOf('/') + 1));
}

/** Word by word, so that an app, its extension and its helpers stay related, and processes to their bundle identifiers. */
export function nameToken(name: string, tag: (word: string) => string): string {
  if (isAppleName(name)) return name;
  return name.replace(/[\p{L}\p{N}]+/gu, (word) => {
    if (isRole(word)) return word;
    // A team stays ten capitals and digits: signing identifiers are told by that.
    return TEAM.test(word) ? `TEAM${tag(word.toLowerCase()).toUpperCase()}` : wordToken(word, tag);
  });
}

const TEAM = /^(?=.*\d)[A-Z0-9]{10}$/;

function isRole(word: string): boolean {
  return (
    WHOLE.has(word.toLowerCase()) ||
    /^\d+$/.test(word) ||
    /^(?:x[0-9a-f]{6}|TEAM[0-9A-F]{6})$/.test(word) ||
    isAppleName(word)
  );
}

function wordToken(word: string, tag: (word: string) => string): string {
  const parts = word.split(INSIDE);
  return parts
    .map((part, index) => (part === '' || index % 2 === 1 || isRole(part) ? part : `x${tag(part.toLowerCase())}`))
    .join('');
}
