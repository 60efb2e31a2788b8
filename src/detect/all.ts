import type { Detector } from './define-detector.ts';
import { acceptAllBesideSecondProxy } from './detectors/accept-all-beside-second-proxy.ts';
import { activatedNeverStarted } from './detectors/activated-never-started.ts';
import { appCrash } from './detectors/app-crash.ts';
import { appStateDivergence } from './detectors/app-state-divergence.ts';
import { claimedFlowNotServiced } from './detectors/claimed-flow-not-serviced.ts';
import { claimedFlowZeroBytes } from './detectors/claimed-flow-zero-bytes.ts';
import { crashSignatureNeflowAsync } from './detectors/crash-signature-neflow-async.ts';
import { darkwakeChurn } from './detectors/darkwake-churn.ts';
import { delegateInterfaceLost } from './detectors/delegate-interface-lost.ts';
import { dnsForwarderSaturated } from './detectors/dns-forwarder-saturated.ts';
import { dnsProxyFlowRejected } from './detectors/dns-proxy-flow-rejected.ts';
import { dnsThroughProxyFailing } from './detectors/dns-through-proxy-failing.ts';
import { duplicateStart } from './detectors/duplicate-start.ts';
import { duplicateUtunBinding } from './detectors/duplicate-utun-binding.ts';
import { filterProxyConflict } from './detectors/filter-proxy-conflict.ts';
import { filterStartGap } from './detectors/filter-start-gap.ts';
import { flowClosedBeforeProvider } from './detectors/flow-closed-before-provider.ts';
import { flowDivertDetached } from './detectors/flow-divert-detached.ts';
import { flowRejectStorm } from './detectors/flow-reject-storm.ts';
import { flowVerdictShift } from './detectors/flow-verdict-shift.ts';
import { flowWriteAfterClose } from './detectors/flow-write-after-close.ts';
import { kernelNetworkWedge } from './detectors/kernel-network-wedge.ts';
import { knownOsIssue } from './detectors/known-os-issue.ts';
import { missingNewFlow } from './detectors/missing-new-flow.ts';
import { networkRuleExplosion } from './detectors/network-rule-explosion.ts';
import { ondemandStartStorm } from './detectors/ondemand-start-storm.ts';
import { orphanedCompanionSession } from './detectors/orphaned-companion-session.ts';
import { pluginDisabled } from './detectors/plugin-disabled.ts';
import { providerCancelledStart } from './detectors/provider-cancelled-start.ts';
import { providerCrash } from './detectors/provider-crash.ts';
import { providerCrashLoop } from './detectors/provider-crash-loop.ts';
import { providerDiedBeforeStart } from './detectors/provider-died-before-start.ts';
import { providerEgressBlocked } from './detectors/provider-egress-blocked.ts';
import { providerEgressIntoOwnTunnel } from './detectors/provider-egress-into-own-tunnel.ts';
import { providerExitLoop } from './detectors/provider-exit-loop.ts';
import { providerJetsam } from './detectors/provider-jetsam.ts';
import { providerRestart } from './detectors/provider-restart.ts';
import { providerUnresponsiveToLaunch } from './detectors/provider-unresponsive-to-launch.ts';
import { proxyCaptureLoop } from './detectors/proxy-capture-loop.ts';
import { proxySelfLoop } from './detectors/proxy-self-loop.ts';
import { sandboxDenialProvider } from './detectors/sandbox-denial-provider.ts';
import { sessionFlap } from './detectors/session-flap.ts';
import { signatureRefused } from './detectors/signature-refused.ts';
import { staleAfterUpdate } from './detectors/stale-after-update.ts';
import { staleProviderBinary } from './detectors/stale-provider-binary.ts';
import { startDuringSleepTransition } from './detectors/start-during-sleep-transition.ts';
import { startFailedByPeer } from './detectors/start-failed-by-peer.ts';
import { startFailedByProvider } from './detectors/start-failed-by-provider.ts';
import { startRefusedLoop } from './detectors/start-refused-loop.ts';
import { startStopRace } from './detectors/start-stop-race.ts';
import { startTimeout } from './detectors/start-timeout.ts';
import { statusNotificationLoop } from './detectors/status-notification-loop.ts';
import { stoppedByOtherProcess } from './detectors/stopped-by-other-process.ts';
import { sysextClientGone } from './detectors/sysext-client-gone.ts';
import { sysextReplaceIpcBroken } from './detectors/sysext-replace-ipc-broken.ts';
import { sysextStuckState } from './detectors/sysext-stuck-state.ts';
import { tunnelDeadWhileConnected } from './detectors/tunnel-dead-while-connected.ts';
import { urlFilterSetupIncomplete } from './detectors/url-filter-setup-incomplete.ts';
import { utunCreateFailed } from './detectors/utun-create-failed.ts';
import { vpnAddressCollision } from './detectors/vpn-address-collision.ts';
import { vpnCoexistence } from './detectors/vpn-coexistence.ts';
import { vpnDnsRankLost } from './detectors/vpn-dns-rank-lost.ts';

/** Every detector, by id. A new one: its file in `detectors/`, its test, and its line here. */
export const DETECTORS: readonly Detector[] = [
  acceptAllBesideSecondProxy,
  activatedNeverStarted,
  appCrash,
  appStateDivergence,
  claimedFlowNotServiced,
  claimedFlowZeroBytes,
  crashSignatureNeflowAsync,
  darkwakeChurn,
  delegateInterfaceLost,
  dnsForwarderSaturated,
  dnsProxyFlowRejected,
  dnsThroughProxyFailing,
  duplicateStart,
  duplicateUtunBinding,
  filterProxyConflict,
  filterStartGap,
  flowClosedBeforeProvider,
  flowDivertDetached,
  flowRejectStorm,
  flowVerdictShift,
  flowWriteAfterClose,
  kernelNetworkWedge,
  knownOsIssue,
  missingNewFlow,
  networkRuleExplosion,
  ondemandStartStorm,
  orphanedCompanionSession,
  pluginDisabled,
  providerCancelledStart,
  providerCrash,
  providerCrashLoop,
  providerDiedBeforeStart,
  providerEgressBlocked,
  providerEgressIntoOwnTunnel,
  providerExitLoop,
  providerJetsam,
  providerRestart,
  providerUnresponsiveToLaunch,
  proxyCaptureLoop,
  proxySelfLoop,
  sandboxDenialProvider,
  sessionFlap,
  signatureRefused,
  staleAfterUpdate,
  staleProviderBinary,
  startDuringSleepTransition,
  startFailedByPeer,
  startFailedByProvider,
  startRefusedLoop,
  startStopRace,
  startTimeout,
  statusNotificationLoop,
  stoppedByOtherProcess,
  sysextClientGone,
  sysextReplaceIpcBroken,
  sysextStuckState,
  tunnelDeadWhileConnected,
  urlFilterSetupIncomplete,
  utunCreateFailed,
  vpnAddressCollision,
  vpnCoexistence,
  vpnDnsRankLost,
];
