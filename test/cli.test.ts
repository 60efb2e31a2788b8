import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import type { Report } from '../src/model/report.ts';
import { fileOf, reportOf, runCli } from './support/run-cli.ts';
import { connected, story } from './support/story.ts';
import { writeTar } from './support/tar-writer.ts';

const SAMPLE = new URL('../samples/udp-self-loop/capture.ndjson', import.meta.url).pathname;
const CRASH = new URL('../samples/provider-crash/capture.log', import.meta.url).pathname;
const BIN = new URL('../bin/run.js', import.meta.url).pathname;

const codes = (report: Report): string[] => report.capture.problems.map(({ code }) => code).toSorted();
const withoutInputs = ({ findings }: Report): unknown =>
  findings.map((finding) => ({ ...finding, evidence: finding.evidence.map(({ line, text }) => [line, text]) }));

describe('necropsy analyze', () => {
  it('gives the same findings for a file and for the same bytes through a pipe', async () => {
    const [file, piped] = [await reportOf([SAMPLE]), await reportOf([], { stdin: readFileSync(SAMPLE) })];

    expect(withoutInputs(piped)).toEqual(withoutInputs(file));
    expect(file.findings).toHaveLength(1);
  });

  it('takes - for standard input beside files, and merges them by time', async () => {
    const report = await reportOf([CRASH, '-'], { stdin: readFileSync(SAMPLE) });

    expect(report.capture.inputs.map(({ format }) => format)).toEqual(['log-show-default', 'ndjson']);
    expect(report.findings.map(({ detector }) => detector).toSorted()).toEqual(['provider-crash', 'proxy-self-loop']);
  });

  it('prints one line per finding into a pipe, without colour', async () => {
    const { stdout, code } = await runCli(['analyze', SAMPLE]);

    expect(code).toBe(0);
    expect(stdout).toMatch(
      /^error\s+proxy-self-loop\s+high\s+64\s+2026-04-07T09:30:1\d\.\d+\+02:00\s+\S*L?\d+\s+A provider is diverting its own traffic\n$/,
    );
    expect(stdout).not.toContain('\u001b');
  });

  it('is silent about health where it could not look', async () => {
    const log = fileOf(
      'quiet.log',
      story().line(0, 'Df', 'powerd', 96, '[com.apple.powerd:assertions] nothing').text(),
    );

    const { stdout, code } = await runCli(['analyze', log]);

    expect(code).toBe(0);
    expect(stdout).toMatch(/could not see|cannot answer/);
    expect(stdout).not.toMatch(/all good|healthy/i);
  });

  it.each([
    ['never', 0],
    ['error', 1],
    ['warning', 1],
  ])('with --fail-on %s exits %d where an error was found', async (failOn, expected) => {
    const { code } = await runCli(['analyze', SAMPLE, '--fail-on', failOn]);

    expect(code).toBe(expected);
  });

  it('refuses what it does not know, naming what it does', async () => {
    const flag = await runCli(['analyze', SAMPLE, '--fromat', 'json']);
    const detector = await runCli(['analyze', SAMPLE, '--rule', 'proxy-self-lop']);

    expect([flag.code, detector.code]).toEqual([2, 2]);
    expect(flag.stderr).toContain('--format');
    expect(detector.stderr).toContain('proxy-self-loop');
    expect(flag.stderr.trim().split('\n').length).toBeLessThanOrEqual(3);
  });

  it('knows its version', async () => {
    const { stdout, code } = await runCli(['--version']);

    expect([stdout, code]).toEqual([expect.stringMatching(/^necropsy\/\d+\.\d+\.\d+/), 0]);
  });
});

describe('bad input', () => {
  it('no such file: says so, exit 3', async () => {
    const { code, stderr, stdout } = await runCli(['analyze', '/nowhere/capture.log']);

    expect([code, stdout]).toEqual([3, '']);
    expect(stderr).toContain('/nowhere/capture.log');
  });

  it('a folder without a log: says what was expected, exit 3', async () => {
    const { code, stderr } = await runCli(['analyze', mkdtempSync(`${tmpdir()}/necropsy-`)]);

    expect(code).toBe(3);
    expect(stderr).toContain('a folder without a log in it');
  });

  it.each([
    ['an empty file', '', 'input-empty', /nothing in it/],
    [
      'an HTML page',
      '<!DOCTYPE html>\n<html><head><title>Log</title></head><body>2026-03-01 10:00:00</body></html>\n',
      'format-unsupported',
      /web page/,
    ],
    [
      'a PNG',
      Buffer.from(
        '89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c4890000000a49444154789c63000100000500010d0a2db40000000049454e44ae426082',
        'hex',
      ),
      'format-unsupported',
      /PNG picture/,
    ],
    ['an xz file', Buffer.from('fd377a585a000004e6d6b446', 'hex'), 'format-unsupported', /xz -dc FILE/],
  ])('%s: a clear word, exit 3, and an entry beside a readable input', async (_name, content, problem, words) => {
    const path = fileOf('input.log', content);

    const alone = await runCli(['analyze', path]);
    const beside = await reportOf([path, CRASH]);

    expect(alone.code).toBe(3);
    expect(alone.stderr).toMatch(words);
    expect(codes(beside)).toContain(problem);
    expect(beside.findings.map(({ detector }) => detector)).toEqual(['provider-crash']);
  });

  it('a missing file beside a readable one: an entry, exit 0, and 5 under --strict', async () => {
    const loose = await runCli(['analyze', '/nowhere/capture.log', CRASH, '--format', 'json']);
    const strict = await runCli(['analyze', '/nowhere/capture.log', CRASH, '--strict']);

    expect([loose.code, strict.code]).toEqual([0, 5]);
    expect(codes(JSON.parse(loose.stdout))).toContain('input-unreadable');
  });

  it('a truncated last line, CRLF, a byte order mark and NUL bytes: everything readable is read', async () => {
    const text = readFileSync(CRASH, 'utf8');
    const whole = await reportOf([CRASH]);
    const cases = [
      text.slice(0, -40),
      text.replaceAll('\n', '\r\n'),
      `\uFEFF${text}`,
      text.replace('\n', '\n\0\0\0\n'),
    ];

    for (const content of cases) {
      const report = await reportOf([fileOf('odd.log', content)]);

      expect(report.findings.map(({ detector, count }) => [detector, count])).toEqual([['provider-crash', 1]]);
      expect(Math.abs(report.capture.records - whole.capture.records)).toBeLessThanOrEqual(1);
    }
  });

  it('a truncated last ndjson line is counted, the rest is read', async () => {
    const report = await reportOf([fileOf('cut.ndjson', readFileSync(SAMPLE, 'utf8').slice(0, -400))]);

    expect(codes(report).some((code) => code === 'record-truncated' || code === 'json-invalid')).toBe(true);
    expect(report.findings).toHaveLength(1);
  });

  it('a line of 5 MB does not end the reading', async () => {
    const long = `2026-02-18 16:05:01.000000-0500 0x1        Default     0x0                  999    0    chatty: ${'x'.repeat(5_000_000)}\n`;
    const text = readFileSync(CRASH, 'utf8').split('\n');

    const report = await reportOf([
      fileOf('long.log', [...text.slice(0, 10), long.trimEnd(), ...text.slice(10)].join('\n')),
    ]);

    expect(report.findings.map(({ detector }) => detector)).toEqual(['provider-crash']);
  });

  it('two styles in one file are both read, and the report says so', async () => {
    const compact = connected(story(), 0).text();
    const filler = story();
    for (let i = 0; i < 120; i++)
      filler.line(
        60 + i,
        'Df',
        'trustd',
        201,
        '(Security) [com.apple.securityd:policy] cert[0]: AnchorTrusted =(leaf)[force]> 0',
      );

    const report = await reportOf([fileOf('mixed.log', `${readFileSync(CRASH, 'utf8')}${compact}${filler.text()}`)]);

    expect(report.findings.map(({ detector }) => detector)).toEqual(['provider-crash']);
    expect(codes(report)).toContain('style-changed');
    expect(report.sessions.map(({ name }) => name).toSorted()).toEqual(['Acme Proxy', 'Sentry Filter']);
  });

  it('hostile text cannot reach the terminal', async () => {
    const log = connected(story({ name: 'Acme \u001b]0;owned\u0007\u001b[31m' }), 0)
      .line(
        10,
        'E ',
        'nesessionmanager',
        486,
        '[com.apple.networkextension:] Extension com.example.acme.extension died unexpectedly',
      )
      .text();

    const { stdout } = await runCli(['analyze', fileOf('hostile.log', log), '--width', '100']);

    expect(stdout).toContain('provider-crash');
    expect(stdout).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/);
  });
});

describe('pipes and signals', () => {
  it('takes 50 MB through a pipe, all of it', async () => {
    const lines = readFileSync(SAMPLE, 'utf8').split('\n');
    const noise = lines.filter((line) => line.includes('"com.apple.mDNSResponder"')).join('\n');
    const times = Math.ceil(50_000_000 / (noise.length + 1));
    const stdin = Buffer.from(`${lines.slice(0, -2).join('\n')}\n${`${noise}\n`.repeat(times)}`);

    const report = await reportOf([], { stdin });

    expect(report.capture.inputs[0]?.bytes).toBe(stdin.length);
    expect(report.findings.map(({ detector, count }) => [detector, count])).toEqual([['proxy-self-loop', 64]]);
  });

  it('ends with 0 when its reader has seen enough', async () => {
    const code = await new Promise<string>((resolve) => {
      const shell = spawn('bash', [
        '-c',
        `"$0" "$1" analyze "$2" --format json | head -c 10 >/dev/null; echo "\${PIPESTATUS[0]}"`,
        process.execPath,
        BIN,
        SAMPLE,
      ]);
      let out = '';
      shell.stdout.on('data', (piece) => {
        out += piece;
      });
      shell.on('close', () => resolve(out.trim()));
    });

    expect(code).toBe('0');
  });

  it('prints what it has on Ctrl-C, and ends with 130', async () => {
    const stdin = readFileSync(SAMPLE);

    const { code, stdout } = await runCli(['analyze', '-', '--format', 'json'], {
      stdin,
      holdStdin: true,
      signalAfter: { signal: 'SIGINT', ms: 2500 },
    });

    expect(code).toBe(130);
    const report: Report = JSON.parse(stdout);
    expect(codes(report)).toContain('interrupted');
    expect(report.findings).toHaveLength(1);
  });
});

describe('a capture of many files', () => {
  const tar = gzipSync(
    writeTar([
      { name: 'case/app.log', content: readFileSync(CRASH) },
      { name: 'case/notes.txt', content: 'nothing that anybody logged' },
    ]),
  );

  it('through a pipe gives what the file gives, and names its parts', async () => {
    const file = fileOf('case.tar.gz', tar);
    const [named, piped] = await Promise.all([reportOf([file]), reportOf(['-'], { stdin: tar })]);

    expect(named.capture.inputs.map(({ name }) => name)).toEqual([`${file}/app.log`]);
    expect(piped.capture.inputs.map(({ name }) => name)).toEqual(['stdin/case/app.log']);
    expect(piped.findings.map(({ message }) => message)).toEqual(named.findings.map(({ message }) => message));
    expect(named.capture.problems.map(({ code, count }) => [code, count])).toEqual([['format-unknown', 1]]);
  });
});
