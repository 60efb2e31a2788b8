import type { Detector } from './define-detector.ts';
import { crashSignatureNeflowAsync } from './detectors/crash-signature-neflow-async.ts';
import { darkwakeChurn } from './detectors/darkwake-churn.ts';
import { missingNewFlow } from './detectors/missing-new-flow.ts';
import { pluginDisabled } from './detectors/plugin-disabled.ts';
import { providerCrash } from './detectors/provider-crash.ts';
import { providerExitLoop } from './detectors/provider-exit-loop.ts';
import { providerJetsam } from './detectors/provider-jetsam.ts';
import { proxySelfLoop } from './detectors/proxy-self-loop.ts';
import { sessionFlap } from './detectors/session-flap.ts';
import { startRefusedLoop } from './detectors/start-refused-loop.ts';
import { stoppedByOtherProcess } from './detectors/stopped-by-other-process.ts';
import { utunCreateFailed } from './detectors/utun-create-failed.ts';

/** Every detector, by id. A new one: its file in `detectors/`, its test, and its line here. */
export const DETECTORS: readonly Detector[] = [
  crashSignatureNeflowAsync,
  darkwakeChurn,
  missingNewFlow,
  pluginDisabled,
  providerCrash,
  providerExitLoop,
  providerJetsam,
  proxySelfLoop,
  sessionFlap,
  startRefusedLoop,
  stoppedByOtherProcess,
  utunCreateFailed,
];
