import { execFileSync, spawnSync } from 'node:child_process';
import { dirname } from 'node:path';
import { describe, expect, it } from 'vitest';
import { fileOf, runCli } from '../support/run-cli.ts';

function isThere(shell: string): boolean {
  return spawnSync(shell, ['-c', 'exit 0']).status === 0;
}

function nameOf(shell: string): string {
  return isThere(shell) ? shell : `${shell} (skipped: it is not on this machine)`;
}

/** What is typed, and what the one completion of its last word is. */
const CASES: readonly (readonly [typed: string, last: string])[] = [
  ['necropsy ana', 'analyze'],
  ['necropsy capture pl', 'plan'],
  ['necropsy capture plan --sy', '--symptom'],
  ['necropsy capture plan --symptom wa', 'wake'],
  ['necropsy analyze x.log --format mark', 'markdown'],
  ['necropsy analyze --rule proxy-self', 'proxy-self-loop'],
  ['necropsy explain provider-jet', 'provider-jetsam'],
  ['necropsy redact rev', 'reveal'],
  ['necropsy redact reveal --key', '--key-file'],
  ['necropsy analyze one-capt', 'one-capture.log'],
];

describe.skipIf(!isThere('fish'))(`the completion in ${nameOf('fish')}`, () => {
  it('offers commands, second words, flags, values and files', async () => {
    const { stdout } = await runCli(['completion', 'fish']);
    const script = fileOf('necropsy.fish', stdout);
    const cwd = dirname(fileOf('one-capture.log', ''));
    const asked = CASES.map(([typed]) => `complete -C '${typed}'; echo ==`).join('; ');

    const answers = execFileSync('fish', ['--no-config', '-c', `source '${script}'; ${asked}`], {
      cwd,
      encoding: 'utf8',
    });

    const offered = answers.split('==\n').map((answer) => answer.split('\n').map((line) => line.split('\t')[0]));
    for (const [place, [typed, last]] of CASES.entries())
      expect(
        offered[place]?.filter((word) => word !== ''),
        typed,
      ).toEqual([last]);
  });
});

describe.skipIf(!isThere('zsh'))(`the completion in ${nameOf('zsh')}`, () => {
  it('offers commands, second words, flags, values and files', async () => {
    const { stdout } = await runCli(['completion', 'zsh']);
    const folder = dirname(fileOf('_necropsy', stdout));
    const cwd = dirname(fileOf('one-capture.log', ''));
    // An interactive zsh of its own: types, presses Tab, and has the line shown by a key of ours.
    const setUp = [
      "PS1=''; PROMPT_EOL_MARK=''",
      `fpath=('${folder}' $fpath)`,
      'autoload -Uz compinit; compinit -D -u',
      'show() { print -r -- "<<$BUFFER>>"; BUFFER= }; zle -N show',
      "bindkey '^X' show; bindkey '^I' complete-word; echo REA''DY",
    ].join('; ');
    const asked = CASES.map(([typed]) => `ask '${typed}'`).join('\n');
    const driver = `
      zmodload zsh/zpty
      zpty inner 'zsh -f -i'
      zpty -w inner ${JSON.stringify(setUp).replaceAll('$', '\\$')}
      while zpty -r inner piece; do [[ $piece == *READY* ]] && break; done
      ask() {
        local all= piece
        zpty -w -n inner "$1"$'\\t\\x18'
        while zpty -r inner piece; do all+=$piece; [[ $all == *'<<'*'>>'* ]] && break; done
        print -r -- "\${\${all##*<<}%%>>*}"
      }
      ${asked}
      zpty -d inner`;

    const answers = execFileSync('zsh', ['-f', '-c', driver], { cwd, encoding: 'utf8', timeout: 30_000 });

    const lines = answers.split(/\r?\n/).filter((line) => line !== '');
    for (const [place, [typed, last]] of CASES.entries())
      expect(lines[place]?.trim(), typed).toBe(`${typed.slice(0, typed.lastIndexOf(' '))} ${last}`);
  });
});
