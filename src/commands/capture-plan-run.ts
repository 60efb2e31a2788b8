import { SYMPTOMS } from '../model/need.ts';
import type { PlanPage, PlanStep } from '../render/terminal/capture-plan.ts';
import { type CapturePlan, planCapture } from './capture-plan.ts';
import { writeResult } from './output.ts';
import type { SymptomFlags } from './symptom-flags.ts';
import { surroundings, usesColour, widthOf } from './terminal.ts';

export interface PlanFlags extends SymptomFlags {
  readonly json: boolean;
  readonly 'no-color': boolean;
  readonly width?: number | undefined;
}

/** What detectors and catalog say of these symptoms. */
export async function planOf({ symptom = [], process }: SymptomFlags): Promise<CapturePlan> {
  const [{ DETECTORS }, { BUILT_IN_CATALOG }] = await Promise.all([
    import('../detect/all.ts'),
    import('../recognize/catalog.generated.ts'),
  ]);
  const metas = DETECTORS.map(({ meta }) => meta);
  return planCapture({ symptoms: symptom, process, catalog: BUILT_IN_CATALOG, metas });
}

export async function runPlan(flags: PlanFlags): Promise<void> {
  const plan = await planOf(flags);
  if (flags.json) {
    const { safeJson } = await import('../lib/safe-json.ts');
    await writeResult(`${safeJson(plan, 2)}\n`, undefined);
    return;
  }
  const { renderPlan } = await import('../render/terminal/capture-plan.ts');
  const around = surroundings();
  const options = { width: flags.width ?? widthOf(around), colour: usesColour(around, flags['no-color']) };
  await writeResult(renderPlan(pageOf(plan), options), undefined);
}

function pageOf(plan: CapturePlan): PlanPage {
  const { symptoms, detectors, processes, levels, needs } = plan;
  const title =
    symptoms.length === 0
      ? 'What to record so that everything can be looked for'
      : `What to record when ${symptoms.map((symptom) => SYMPTOMS[symptom].says).join(', or ')}`;
  const check = needs.length === 0 ? '' : ` --need ${needs.join(',')}`;
  return {
    title,
    facts: [
      ['for', symptoms.length === 0 ? `all ${detectors.length} detectors` : detectors.join(', ')],
      ['lines of', [...processes, 'the network’s subsystems'].join(', ')],
      ['levels', levels.join(', ')],
    ],
    steps: [
      { why: 'on the Mac, right after it happened: info and debug are kept for minutes', command: plan.show },
      { why: 'or keep everything, to be analysed anywhere', command: plan.collect },
      { why: 'or while it is reproduced', command: plan.stream },
      ...plan.files.flatMap((file) => FILES[file] ?? []),
      ...plan.onlyIf.map((setting): PlanStep => ({ why: 'some lines are printed only with', command: setting })),
      { why: 'then', command: `necropsy check capture.ndjson${check}` },
    ],
  };
}

/** What is no line of the log and helps nevertheless. */
const FILES: Readonly<Record<string, PlanStep>> = {
  DiagnosticReport: {
    why: 'and give its crash reports beside the log',
    command: 'ls -t ~/Library/Logs/DiagnosticReports /Library/Logs/DiagnosticReports | head',
  },
  pmset: { why: 'and the history of sleep, which goes back for days', command: 'pmset -g log > pmset.log' },
  systemextensionsctl: { why: 'and the system extensions', command: 'systemextensionsctl list > extensions.txt' },
};
