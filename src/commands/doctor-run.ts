import { mkdtempSync, rmdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describeError } from '../lib/describe-error.ts';
import { type Checked, renderDoctor } from '../render/terminal/doctor.ts';
import { count } from '../render/terminal/words.ts';
import { macChecks } from './doctor-mac.ts';
import { writeResult } from './output.ts';
import { loadPageCode } from './page-code.ts';
import { surroundings, usesColour, widthOf } from './terminal.ts';

export interface DoctorFlags {
  readonly json: boolean;
  readonly 'no-color': boolean;
  readonly width?: number | undefined;
}

export interface DoctorProgram {
  readonly version: string;
  /** Folder of the package. */
  readonly root: string;
  /** `>=20.19`. */
  readonly engine: string;
}

/** Looks at what every run needs. Ends in 1 where something of it is missing. */
export async function runDoctor(flags: DoctorFlags, program: DoctorProgram): Promise<0 | 1> {
  const checks = [
    nodeCheck(process.versions.node, program.engine),
    terminalCheck(flags),
    folderCheck(),
    await catalogCheck(),
    pageCheck(program.root),
    ...(await macChecks()),
  ];
  if (flags.json) {
    const { safeJson } = await import('../lib/safe-json.ts');
    await writeResult(`${safeJson({ version: program.version, checks }, 2)}\n`, undefined);
  } else {
    const around = surroundings();
    const options = { width: flags.width ?? widthOf(around), colour: usesColour(around, flags['no-color']) };
    await writeResult(renderDoctor(program.version, checks, options), undefined);
  }
  return checks.some(({ state }) => state === 'red') ? 1 : 0;
}

/** Against `>=20.19`, number by number. */
export function nodeCheck(version: string, engine: string): Checked {
  const numbers = (text: string): number[] => text.replace(/^\D+/, '').split('.').map(Number);
  const [is, least] = [numbers(version), numbers(engine)];
  const differs = least.findIndex((number, index) => number !== (is[index] ?? 0));
  const isEnough = differs < 0 || (is[differs] ?? 0) > (least[differs] ?? 0);
  return isEnough
    ? { check: 'node', state: 'green', message: `Node ${version}` }
    : {
        check: 'node',
        state: 'red',
        message: `Node ${version}, and ${engine} is needed`,
        hint: 'install a newer Node',
      };
}

function terminalCheck(flags: DoctorFlags): Checked {
  const around = surroundings();
  const { LC_ALL, LC_CTYPE, LANG } = around.env;
  const locale = LC_ALL || LC_CTYPE || LANG || '';
  const said = [
    around.isTerminal ? `${widthOf(around)} columns` : 'no terminal: results are lines for programs',
    usesColour(around, flags['no-color']) ? 'colour' : 'no colour',
    ...(locale === '' ? [] : [locale]),
  ].join(', ');
  const isNarrow = around.isTerminal && widthOf(around) < 60;
  const isAscii = locale !== '' && !/utf-?8/i.test(locale);
  if (isAscii)
    return { check: 'terminal', state: 'amber', message: said, hint: 'a UTF-8 locale shows ▲ ■ ● as they are' };
  return {
    check: 'terminal',
    state: isNarrow ? 'amber' : 'green',
    message: said,
    ...(isNarrow ? { hint: '60 columns and more show findings beside their lines' } : {}),
  };
}

/** Pipes that are read twice are put there, for their owner alone. */
function folderCheck(): Checked {
  try {
    rmdirSync(mkdtempSync(join(tmpdir(), 'necropsy-doctor-')));
    return { check: 'temporary folder', state: 'green', message: `${tmpdir()} can be written` };
  } catch (error) {
    const message = `${tmpdir()} cannot be written: ${describeError(error)}`;
    return { check: 'temporary folder', state: 'red', message, hint: 'name another with TMPDIR' };
  }
}

async function catalogCheck(): Promise<Checked> {
  const [{ BUILT_IN_CATALOG }, { DETECTORS }] = await Promise.all([
    import('../recognize/catalog.generated.ts'),
    import('../detect/all.ts'),
  ]);
  const { families, rules } = BUILT_IN_CATALOG;
  const messages = families.reduce((sum, family) => sum + family.messages.length, 0);
  const message = `${messages} messages in ${count(families.length, 'family', 'families')}, ${DETECTORS.length + rules.length} detectors`;
  return { check: 'catalog', state: messages > 0 ? 'green' : 'red', message };
}

function pageCheck(root: string): Checked {
  try {
    const { script, style } = loadPageCode(root);
    const size = Math.round((script.length + style.length) / 1000);
    return {
      check: 'timeline',
      state: 'green',
      message: `its page is there (${size} kB); no browser is needed to write it`,
    };
  } catch (error) {
    const message = `the page of the timeline is missing: ${describeError(error).split('\n')[0]}`;
    return { check: 'timeline', state: 'red', message, hint: 'npm run build, or install necropsy again' };
  }
}
