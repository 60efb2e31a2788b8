import { execFileSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import type { CompletionCommand } from '../../src/render/completion/completion-model.ts';
import { fishCompletion } from '../../src/render/completion/fish.ts';
import { zshCompletion } from '../../src/render/completion/zsh.ts';
import { fileOf, runCli } from '../support/run-cli.ts';

/** What bash offers for these words, the last of which is being typed. */
function offered(script: string, words: readonly string[]): readonly string[] {
  const list = words.map((word) => `'${word}'`).join(' ');
  const call = `source '${script}'; COMP_WORDS=(necropsy ${list}); COMP_CWORD=${words.length}; _necropsy; printf '%s\\n' "\${COMPREPLY[@]}"`;
  const text = execFileSync('bash', ['--norc', '-c', call], { encoding: 'utf8' });
  return text.split('\n').filter((line) => line !== '');
}

describe('the completion for bash', () => {
  it('offers commands, second words, flags, values and files', async () => {
    const { code, stdout } = await runCli(['completion', 'bash']);
    const script = fileOf('necropsy.bash', stdout);

    expect(code).toBe(0);
    expect(offered(script, ['ana'])).toEqual(['analyze']);
    expect(offered(script, [''])).toContain('capture');
    expect([...offered(script, ['capture', ''])].toSorted()).toEqual(['plan', 'predicate', 'run']);
    expect(offered(script, ['capture', 'plan', '--sy'])).toEqual(['--symptom']);
    expect(offered(script, ['capture', 'plan', '--symptom', 'wa'])).toEqual(['wake']);
    expect(offered(script, ['analyze', 'x.log', '--format', 'mark'])).toEqual(['markdown']);
    expect(offered(script, ['analyze', '--rule', 'proxy-self'])).toEqual(['proxy-self-loop']);
    expect(offered(script, ['explain', 'provider-jet'])).toEqual(['provider-jetsam']);
    expect(offered(script, ['analyze', script.slice(0, -3)])).toEqual([script]);
    expect(offered(script, ['redact', script.slice(0, -3)])).toEqual([script]);
    expect(offered(script, ['redact', 'rev'])).toEqual(['reveal']);
    expect(offered(script, ['redact', 'reveal', '--key'])).toEqual(['--key-file']);
    expect(offered(script, ['analyze', '--wid'])).toEqual([]);
  });
});

describe('the completions for zsh and fish', () => {
  const commands: readonly CompletionCommand[] = [
    {
      ...{ name: 'go now', summary: "It's [a]: b", words: [] },
      flags: [
        { name: 'to', char: 't', summary: "one's: [x] \\ y", takesValue: true, values: ['a', 'b'], takesFile: false },
        { name: 'out', summary: 'file', takesValue: true, values: [], takesFile: true },
      ],
    },
    { name: 'see', summary: 'see', words: ['left'], flags: [] },
  ];

  it('quote what a shell would take for more than text', () => {
    expect(zshCompletion(commands)).toMatchInlineSnapshot(`
      "#compdef necropsy
      # zsh completion of necropsy: necropsy completion zsh > a folder of $fpath, as _necropsy
      _necropsy() {
        local -a commands
        commands=(
          'go:now'
          'see:see'
        )
        if (( CURRENT == 2 )); then _describe 'command' commands; return; fi
        local name="$words[2]"
        case "$name" in
          go) if (( CURRENT == 3 )); then compadd -- 'now'; return; fi; case "$words[3]" in now) name="$name $words[3]"; shift words; (( CURRENT-- )) ;; esac ;;
        esac
        shift words; (( CURRENT-- ))
        case "$name" in
          'go now')
            _arguments -s \\
              '--to[one'\\''s\\: \\[x\\] \\\\ y]:value:(a b)' \\
              '-t[one'\\''s\\: \\[x\\] \\\\ y]:value:(a b)' \\
              '--out[file]:value:_files' \\
              '*:file:_files' ;;
          'see')
            _arguments -s \\
              '*:name:(left)' ;;
        esac
      }
      _necropsy "$@"
      "
    `);
    expect(fishCompletion(commands)).toMatchInlineSnapshot(`
      "# fish completion of necropsy: necropsy completion fish > ~/.config/fish/completions/necropsy.fish
      complete -c necropsy -n __fish_use_subcommand -f -a go -d 'now'
      complete -c necropsy -n __fish_use_subcommand -f -a see -d 'see'
      complete -c necropsy -n '__fish_seen_subcommand_from go; and not __fish_seen_subcommand_from now' -f -a now -d 'It\\'s [a]: b'
      complete -c necropsy -n '__fish_seen_subcommand_from go; and __fish_seen_subcommand_from now' -l to -s t -x -a 'a b' -d 'one\\'s: [x] \\\\ y'
      complete -c necropsy -n '__fish_seen_subcommand_from go; and __fish_seen_subcommand_from now' -l out -r -F -d 'file'
      complete -c necropsy -n '__fish_seen_subcommand_from see' -f -a 'left'
      "
    `);
  });

  it.each(['zsh', 'fish'])('know every command and flag: %s', async (shell) => {
    const [{ stdout }, help] = await Promise.all([runCli(['completion', shell]), runCli(['analyze', '--help'])]);

    const flags = [...help.stdout.matchAll(/--([a-z][a-z-]+)(?:=|\s{2})/g)].map((found) => found[1] ?? '');
    expect(flags.length).toBeGreaterThan(10);
    for (const flag of flags) expect(stdout).toMatch(shell === 'zsh' ? `--${flag}[` : `-l ${flag} `);
  });
});
