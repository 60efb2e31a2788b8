/** The program: what `bin/run.js` starts and where oclif finds the commands. */

import { fileURLToPath } from 'node:url';
import type { Command } from '@oclif/core/command';
import type { Hook } from '@oclif/core/hooks';
import type { PJSON } from '@oclif/core/interfaces';
import { run } from '@oclif/core/run';
import { settings } from '@oclif/core/settings';
import pjson from '../../package.json' with { type: 'json' };
import { UserError } from '../lib/errors.ts';
import { Analyze } from './analyze.ts';
import { BaselinePrune } from './baseline/prune.ts';
import { BaselineShow } from './baseline/show.ts';
import { BaselineWrite } from './baseline/write.ts';
import { CapturePlanCommand } from './capture/plan.ts';
import { CapturePredicate } from './capture/predicate.ts';
import { CaptureRun } from './capture/run.ts';
import { Check } from './check.ts';
import { Completion } from './completion.ts';
import { Demo } from './demo.ts';
import { Diff } from './diff.ts';
import { Doctor } from './doctor.ts';
import { Events } from './events.ts';
import { Explain } from './explain.ts';
import { Export } from './export.ts';
import { failureOf } from './failure.ts';
import { Flows } from './flows.ts';
import { FlowsShow } from './flows-show.ts';
import { GrammarCheck } from './grammar/check.ts';
import { GrammarCoverage } from './grammar/coverage.ts';
import { GrammarSuggest } from './grammar/suggest.ts';
import { HelpPage } from './help-page.ts';
import { nearest } from './nearest.ts';
import { Processes } from './processes.ts';
import { Redact } from './redact.ts';
import { RedactReveal } from './redact-reveal.ts';
import { TicketReport } from './report.ts';
import { RulesCoverage } from './rules/coverage.ts';
import { RulesDoc } from './rules/doc.ts';
import { RulesLint } from './rules/lint.ts';
import { RulesList } from './rules/list.ts';
import { RulesNew } from './rules/new.ts';
import { RulesShow } from './rules/show.ts';
import { RulesTest } from './rules/test.ts';
import { Sessions } from './sessions.ts';
import { Story } from './story.ts';
import { Timeline } from './timeline.ts';
import { Watch } from './watch.ts';
import { Why } from './why.ts';

/** The type of imported JSON has lost the literals (`strategy: string`) that oclif's type asks for. */
const PACKAGE = pjson as unknown as PJSON;

export const COMMANDS: Readonly<Record<string, Command.Class>> = {
  analyze: Analyze,
  'capture:plan': CapturePlanCommand,
  'capture:predicate': CapturePredicate,
  'capture:run': CaptureRun,
  check: Check,
  completion: Completion,
  demo: Demo,
  doctor: Doctor,
  diff: Diff,
  events: Events,
  explain: Explain,
  export: Export,
  report: TicketReport,
  redact: Redact,
  'redact:reveal': RedactReveal,
  'grammar:check': GrammarCheck,
  'grammar:coverage': GrammarCoverage,
  'grammar:suggest': GrammarSuggest,
  'rules:list': RulesList,
  'rules:show': RulesShow,
  'rules:doc': RulesDoc,
  'rules:test': RulesTest,
  'rules:lint': RulesLint,
  'rules:new': RulesNew,
  'rules:coverage': RulesCoverage,
  'baseline:write': BaselineWrite,
  'baseline:show': BaselineShow,
  'baseline:prune': BaselinePrune,
  flows: Flows,
  'flows:show': FlowsShow,
  sessions: Sessions,
  processes: Processes,
  watch: Watch,
  why: Why,
  timeline: Timeline,
  story: Story,
};

/** Found by oclif by its name. */
export const HELP = HelpPage;

/** A word in the place of a command that is none; often it is a capture, and the verb was forgotten. */
export const commandNotFound: Hook<'command_not_found'> = async ({ id, argv = [] }) => {
  const typed = id.split(':')[0] ?? id;
  const near = nearest(typed, Object.keys(COMMANDS), 2);
  const isPath = /[./\\]/.test(typed);
  const hint = isPath
    ? `did you mean necropsy analyze ${[typed, ...argv].join(' ')}?`
    : near.length > 0
      ? `did you mean necropsy ${near.join(' or necropsy ')}?`
      : 'see necropsy --help';
  throw new UserError(`unknown command ${typed}`, { exitCode: 2, hint });
};

/** Runs a command line (without node and script) to its end and sets the exit code; `from` is a module of the package. */
export async function main(argv: readonly string[], from: string): Promise<void> {
  settings.enableAutoTranspile = false;
  const [first, ...rest] = argv;
  const words = first === 'help' ? [...rest, '--help'] : [...argv];
  process.stdout.on('error', onOutputError);
  process.stderr.on('error', onOutputError);
  process.on('uncaughtException', (error) => process.exit(fail(error, words)));
  try {
    await run(words, { root: fileURLToPath(new URL('..', from)), pjson: PACKAGE, isRoot: true });
  } catch (error) {
    process.exitCode = fail(error, words);
  }
}

/** A reader that has seen enough (`| head`) is no fault. */
function onOutputError(error: Error): void {
  if ('code' in error && error.code === 'EPIPE') process.exit(0);
  throw error;
}

function fail(error: unknown, [command]: readonly string[]): number {
  const [known] = Object.entries(COMMANDS).find(([id, { aliases }]) => [id, ...aliases].includes(command ?? '')) ?? [];
  const { exitCode, text } = failureOf(error, pjson.version, known);
  process.stderr.write(text);
  return exitCode;
}
