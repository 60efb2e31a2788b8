import { describe, expect, it } from 'vitest';
import pjson from '../../package.json' with { type: 'json' };
import { runCli } from './run-cli.ts';

describe('the program', () => {
  it.each([
    [
      'a mistyped flag',
      ['analyze', 'x', '--fromat', 'json'],
      'unknown flag --fromat\ndid you mean --format? see necropsy analyze --help\n',
    ],
    ['a flag of no likeness', ['analyze', 'x', '--zzz'], 'unknown flag --zzz\nsee necropsy analyze --help\n'],
    [
      'a value that is none of those',
      ['analyze', 'x', '--format', 'xml'],
      'expected --format=xml to be one of: table, json, md, ndjson, csv, flows-csv, sarif, junit, svg, chrome-trace, perfetto, html, markdown, perfetto-json\nsee necropsy analyze --help\n',
    ],
    [
      'a flag without its value',
      ['analyze', 'x', '-o'],
      'flag --output expects a value\nsee necropsy analyze --help\n',
    ],
    ['a mistyped command', ['analzye', 'x'], 'unknown command analzye\ndid you mean necropsy analyze?\n'],
    ['a command of no likeness', ['frobnicate'], 'unknown command frobnicate\nsee necropsy --help\n'],
    [
      'a capture where the verb was forgotten',
      ['cap.log', '--all'],
      'unknown command cap.log\ndid you mean necropsy analyze cap.log --all?\n',
    ],
    [
      'a mistyped detector',
      ['analyze', 'x', '--rule', 'proxy-self-lop'],
      'no detector is called proxy-self-lop\ndid you mean proxy-self-loop?\n',
    ],
    [
      'a mistyped detector among several',
      ['analyze', 'x', '--skip', 'provider-crash,zzz'],
      'no detector is called zzz\n`necropsy explain` lists the detectors\n',
    ],
    [
      'a mistyped name to explain',
      ['explain', 'provider-crsh'],
      'nothing is called provider-crsh\ndid you mean provider-crash or provider-jetsam?\n',
    ],
    [
      'words that are no line of a log',
      ['explain', 'a', 'b'],
      'no message of the catalog is this line\n`necropsy grammar suggest` writes an entry for it from the capture it stands in\n',
    ],
    ['one name too many', ['demo', 'a', 'b'], 'unexpected argument: b\nsee necropsy demo --help\n'],
    ['a mistyped sample', ['demo', 'udp-self-lop'], 'no sample is called udp-self-lop\ndid you mean udp-self-loop?\n'],
    [
      'an output that is an input',
      ['analyze', './x', '-o', 'x'],
      'x is an input of this run and would be overwritten\ngive --output another name\n',
    ],
  ])('answers %s in two lines, exit 2', async (_what, args, text) => {
    expect(await runCli(args)).toEqual({ code: 2, stdout: '', stderr: `necropsy: ${text}` });
  });

  it('says its version', async () => {
    const { code, stdout, stderr } = await runCli(['--version']);

    expect([code, stderr]).toEqual([0, '']);
    expect(stdout).toMatch(new RegExp(`^necropsy/${pjson.version} \\S+ node-v\\S+\\n$`));
  });

  it.each([[[]], [['--help']], [['-h']], [['help']]])('shows what it can do for %j', async (args) => {
    const { code, stdout } = await runCli(args);

    expect(code).toBe(0);
    expect(stdout).toMatch(/COMMANDS\n {2}analyze .*\n[\s\S]* {2}demo .*\n[\s\S]* {2}explain /);
    expect(stdout).not.toMatch(/analyse/);
  });

  it.each([[['analyze', '--help']], [['analyse', '-h']], [['help', 'analyze']]])(
    'shows examples before the flags, and the flags in groups, for %j',
    async (args) => {
      const { code, stdout } = await runCli(args);

      expect(code).toBe(0);
      const headings = stdout.match(/^[A-Z][A-Z ]+$/gm);
      expect(headings).toEqual([
        'USAGE',
        'DESCRIPTION',
        'EXAMPLES',
        'ARGUMENTS',
        'TIME FLAGS',
        'SELECT FLAGS',
        'OUTPUT FLAGS',
        'RULES FLAGS',
        'PRIVACY FLAGS',
        'ALIASES',
      ]);
      expect(stdout).not.toContain('--width');
    },
  );

  it('keeps its help within the terminal', async () => {
    const { stdout } = await runCli(['analyze', '--help']);

    expect(Math.max(...stdout.split('\n').map((line) => line.length))).toBeLessThanOrEqual(80);
  });

  it('explains a detector, and lists them where none is named', async () => {
    const [one, all] = await Promise.all([runCli(['explain', 'proxy-self-loop']), runCli(['explain'])]);

    expect(one).toMatchObject({ code: 0, stderr: '' });
    expect(one.stdout).toMatch(/^.+\nproxy-self-loop\n\n[\s\S]*Why it matters\n[\s\S]*What to do\n/);
    expect(all).toMatchObject({ code: 0, stderr: '' });
    expect(all.stdout).toMatch(/^[▲■●] proxy-self-loop {2,}\S/m);
  });

  it('lists the samples', async () => {
    const { code, stdout } = await runCli(['demo', '--list']);

    expect(code).toBe(0);
    expect(stdout).toMatch(/^udp-self-loop {2,}a transparent proxy connects to its relay/m);
  });
});
