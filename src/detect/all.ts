import type { Detector } from './define-detector.ts';
import { crashSignatureNeflowAsync } from './detectors/crash-signature-neflow-async.ts';
import { darkwakeChurn } from './detectors/darkwake-churn.ts';
import { delegateInterfaceLost } from './detectors/delegate-interface-lost.ts';
import { dnsProxyFlowRejected } from './detectors/dns-proxy-flow-rejected.ts';
import { filterProxyConflict } from './detectors/filter-proxy-conflict.ts';
import { flowClosedBeforeProvider } from './detectors/flow-closed-before-provider.ts';
import { flowRejectStorm } from './detectors/flow-reject-storm.ts';
import { missingNewFlow } from './detectors/missing-new-flow.ts';
import { orphanedCompanionSession } from './detectors/orphaned-companion-session.ts';
import { pluginDisabled } from './detectors/plugin-disabled.ts';
import { providerCrash } from './detectors/provider-crash.ts';
import { providerExitLoop } from './detectors/provider-exit-loop.ts';
import { providerJetsam } from './detectors/provider-jetsam.ts';
import { proxySelfLoop } from './detectors/proxy-self-loop.ts';
import { sessionFlap } from './detectors/session-flap.ts';
import { startRefusedLoop } from './detectors/start-refused-loop.ts';
import { stoppedByOtherProcess } from './detectors/stopped-by-other-process.ts';
import { tunnelDeadWhileConnected } from './detectors/tunnel-dead-while-connected.ts';
import { utunCreateFailed } from './detectors/utun-create-failed.ts';

/** Every detector, by id. A new one: its file in `detectors/`, its test, and its line here. */
export const DETECTORS: readonly Detector[] = [
  crashSignatureNeflowAsync,
  darkwakeChurn,
  delegateInterfaceLost,
  dnsProxyFlowRejected,
  filterProxyConflict,
  flowClosedBeforeProvider,
  flowRejectStorm,
  missingNewFlow,
  orphanedCompanionSession,
  pluginDisabled,
  providerCrash,
  providerExitLoop,
  providerJetsam,
  proxySelfLoop,
  sessionFlap,
  startRefusedLoop,
  stoppedByOtherProcess,
  tunnelDeadWhileConnected,
  utunCreateFailed,
];
