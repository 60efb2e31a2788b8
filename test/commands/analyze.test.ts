import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import pjson from '../../package.json' with { type: 'json' };
import schema from '../../src/model/report.schema.json' with { type: 'json' };
import { ROOT, runCli } from './run-cli.ts';

const SAMPLE = join(ROOT, 'samples', 'udp-self-loop', 'capture.ndjson');
const FINDING = /^error proxy-self-loop high \d+ 2026-04-07T09:30:\d\d\.\d+\+02:00 L\d+ \S.*\n$/;

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'necropsy-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

describe('analyze', () => {
  it('prints one line per finding into a pipe, and what limits it to standard error', async () => {
    const { code, stdout, stderr } = await runCli(['analyze', SAMPLE]);

    expect(code).toBe(0);
    expect(stdout).toMatch(FINDING);
    expect(stderr).toMatch(/^(?:necropsy: capture: .*\n)*$/);
    expect(await runCli(['analyze', SAMPLE, '-q'])).toEqual({ code: 0, stdout, stderr: '' });
  });

  it('prints times without a year as far as they are known, and with the year that --date says', async () => {
    const log = join(folder, 'phone.log');
    const session = 'NESMVPNSession[Primary Tunnel:Acme:0F00BA12-1111-4222-8333-44445555AAAA:(null)]';
    writeFileSync(log, `Aug 12 08:52:18 nesessionmanager[88] <Notice>: ${session}: status changed to connected\n`);
    const spanOf = async (...flags: string[]): Promise<unknown> => {
      const { stdout } = await runCli(['analyze', log, '--json', ...flags]);
      return JSON.parse(stdout).capture.span;
    };
    const at = '08-12T08:52:18.000000';

    expect(await spanOf()).toMatchObject({ from: `--${at}`, to: `--${at}` });
    expect(await spanOf('--date', '2026-01-01')).toMatchObject({ from: `2026-${at}`, to: `2026-${at}` });
    const wrong = await runCli(['analyze', log, '--date', '12.8.2026']);
    expect([wrong.code, wrong.stdout]).toEqual([2, '']);
    expect(wrong.stderr).toContain('--date takes a day as 2026-03-18; "12.8.2026" is none');
  });

  it('takes the zone that --tz says for times without an offset, and says so', async () => {
    const log = join(folder, 'compact.log');
    const session = 'NESMVPNSession[Primary Tunnel:Acme:0F00BA12-1111-4222-8333-44445555AAAA:(null)]';
    writeFileSync(
      log,
      `2026-08-12 08:52:18.000 Df nesessionmanager[88:1f] [com.apple.networkextension:] ${session}: status changed to connected\n`,
    );
    const spanOf = async (...flags: string[]): Promise<readonly unknown[]> => {
      const { stdout } = await runCli(['analyze', log, '--json', ...flags]);
      const { span, problems } = JSON.parse(stdout).capture;
      return [span.from, problems.map(({ message }: { readonly message: string }) => message.split('; ')[1])];
    };
    const at = '2026-08-12T08:52:18.000000';
    const read = (zone: string): string[] => [`read as the wall clock of ${zone}, as --tz says`];

    expect(await spanOf('--tz', 'Europe/Berlin')).toEqual([`${at}+02:00`, read('Europe/Berlin')]);
    expect(await spanOf('--tz', 'utc')).toEqual([`${at}+00:00`, read('UTC')]);
    expect(await spanOf('--tz=-03:30')).toEqual([`${at}-03:30`, read('-03:30')]);
    expect((await spanOf('--tz', 'capture'))[0]).toBe(at);
    const wrong = await runCli(['analyze', log, '--tz', 'Berln']);
    expect([wrong.code, wrong.stdout]).toEqual([2, '']);
    expect(wrong.stderr).toContain('"Berln" is none\ndid you mean Europe/Berlin');
  });

  it('reads a pipe where no input is named, or -', async () => {
    const input = readFileSync(SAMPLE, 'utf8');
    const [file, unnamed, dash] = await Promise.all([
      runCli(['analyze', SAMPLE]),
      runCli(['analyze'], { input }),
      runCli(['analyse', '-'], { input }),
    ]);

    expect([unnamed.code, dash.code]).toEqual([0, 0]);
    expect([unnamed.stdout, dash.stdout]).toEqual([file.stdout, file.stdout]);
  });

  it('prints the whole report as JSON, the same bytes each time', async () => {
    const [short, long] = await Promise.all([
      runCli(['analyze', SAMPLE, '--json']),
      runCli(['analyze', SAMPLE, '--format', 'json']),
    ]);

    expect(short).toEqual(long);
    const report = JSON.parse(short.stdout);
    const validate = new Ajv2020().compile(schema);
    validate(report);
    expect(validate.errors).toBeNull();
    expect(report.tool).toEqual({ name: 'necropsy', version: pjson.version });
    expect(report.findings[0].detector).toBe('proxy-self-loop');
  });

  it('draws the screen where a width is given', async () => {
    const { stdout } = await runCli(['analyze', SAMPLE, '--width', '100']);

    expect(stdout).toMatch(/^Capture {2}[\s\S]*^VERDICT {2}[\s\S]*^1 ▲ ERROR {2}proxy-self-loop {2}[\s\S]*^next {2}/m);
    expect(stdout).not.toContain('\x1b');
  });

  it('colours when it is forced to, and not against NO_COLOR', async () => {
    const [forced, refused, flag] = await Promise.all([
      runCli(['analyze', SAMPLE], { env: { FORCE_COLOR: '1' } }),
      runCli(['analyze', SAMPLE], { env: { FORCE_COLOR: '1', NO_COLOR: '1' } }),
      runCli(['analyze', SAMPLE, '--no-color'], { env: { FORCE_COLOR: '1' } }),
    ]);

    expect([forced, refused, flag].map(({ stdout }) => stdout.includes('\x1b'))).toEqual([true, false, false]);
  });

  it('writes to a file', async () => {
    const file = join(folder, 'report.json');

    const { code, stdout, stderr } = await runCli(['analyze', SAMPLE, '--json', '-o', file]);

    expect([code, stdout]).toEqual([0, '']);
    expect(stderr).toContain(`necropsy: wrote ${file}\n`);
    expect(JSON.parse(readFileSync(file, 'utf8')).schemaVersion).toBe(1);
  });

  it('writes what the name of the file asks for, unless a format is named', async () => {
    const write = async (name: string, ...flags: string[]): Promise<string> => {
      const file = join(folder, name);
      expect(await runCli(['analyze', SAMPLE, '-q', '-o', file, ...flags])).toEqual({
        code: 0,
        stdout: '',
        stderr: '',
      });
      return readFileSync(file, 'utf8');
    };

    const [ticket, picture, flows, lines, named] = await Promise.all([
      write('ticket.md'),
      write('picture.svg'),
      write('flows.csv'),
      write('report.txt'),
      write('other.md', '--format', 'table'),
    ]);

    expect(ticket).toMatch(/^## .*\n[\s\S]*```mermaid\n/);
    expect(picture).toMatch(/^<svg xmlns=/);
    expect(flows).toMatch(/^"id","hash",/);
    expect(lines).toMatch(FINDING);
    expect(named).toBe(lines);
  });

  it('writes the same bytes into a pipe and into a file', async () => {
    const file = join(folder, 'trace.pftrace');

    const [piped] = await Promise.all([
      runCli(['analyze', SAMPLE, '-q', '--format', 'perfetto']),
      runCli(['analyze', SAMPLE, '-q', '-o', file]),
    ]);

    expect(piped.stdout.length).toBeGreaterThan(1000);
    expect(piped.stdout).toBe(readFileSync(file, 'utf8'));
  });

  it('says which file it cannot write', async () => {
    const file = join(folder, 'no', 'such', 'folder', 'report.json');

    expect(await runCli(['analyze', SAMPLE, '-q', '-o', file])).toEqual({
      code: 2,
      stdout: '',
      stderr: `necropsy: cannot write ${file}: ENOENT: no such file or directory\n`,
    });
  });

  it('runs the detectors it is told to', async () => {
    const [without, only] = await Promise.all([
      runCli(['analyze', SAMPLE, '--skip', 'proxy-self-loop', '-q']),
      runCli(['analyze', SAMPLE, '--rule', 'proxy-self-loop,provider-crash', '--json', '-q']),
    ]);

    expect(without.stdout).not.toContain('proxy-self-loop');
    expect(
      JSON.parse(only.stdout)
        .detectors.map(({ id }: { id: string }) => id)
        .sort(),
    ).toEqual(['provider-crash', 'proxy-self-loop']);
  });

  it.each([
    ['found, and asked for', ['--fail-on', 'error'], 1],
    ['found, and asked for something less', ['--fail-on', 'warn'], 1],
    ['found, and not asked for', [], 0],
    ['not found', ['--fail-on', 'info', '--rule', 'provider-crash'], 0],
  ])('exits as --fail-on says where a finding is %s', async (_what, flags, code) => {
    expect((await runCli(['analyze', SAMPLE, '-q', ...flags])).code).toBe(code);
  });

  it('exits 3 where nothing can be read', async () => {
    const missing = join(folder, 'missing.log');

    const { code, stdout, stderr } = await runCli(['analyze', missing]);

    expect([code, stdout]).toEqual([3, '']);
    expect(stderr).toMatch(/^necropsy: .*missing\.log/);
  });

  it('reads on where one input of several cannot be read, and says so under --strict', async () => {
    const inputs = [SAMPLE, join(folder, 'missing.log')];
    const [lenient, strict, json] = await Promise.all([
      runCli(['analyze', ...inputs]),
      runCli(['analyze', ...inputs, '--strict']),
      runCli(['analyze', ...inputs, '--json', '-q']),
    ]);

    expect([lenient.code, strict.code, json.code]).toEqual([0, 5, 0]);
    expect(strict.stderr).toMatch(/^necropsy: incomplete: .*missing\.log/m);
    const codes = JSON.parse(json.stdout).capture.problems.map(({ code }: { code: string }) => code);
    expect(codes).toContain('input-unreadable');
  });

  it('leaves out findings below a severity, and says so', async () => {
    const { stdout } = await runCli(['analyze', SAMPLE, '--min-severity', 'error', '--json', '-q']);

    expect(JSON.parse(stdout).findings.map(({ severity }: { severity: string }) => severity)).toEqual(['error']);
  });

  it('ends well where its reader has seen enough', async () => {
    const big = join(folder, 'big.ndjson');
    writeFileSync(big, readFileSync(SAMPLE, 'utf8').repeat(3));
    const child = spawn(
      process.execPath,
      [join(ROOT, 'bin', 'run.js'), 'analyze', big, '--json', '--fail-on', 'error'],
      {
        stdio: ['ignore', 'pipe', 'pipe'],
      },
    );
    child.stdout.destroy();

    const code = await new Promise((done) => child.on('close', done));

    expect(code).toBe(0);
  });

  it('reads 50 MB from a pipe to the end', async () => {
    const line =
      '2026-04-07 09:30:00.000000+0200 0x1f2a     Default     0x0                  501    0    cfprefsd: (libxpc.dylib) [com.apple.xpc:connection] [0x7fbf0f3e2f04] activating connection: mach=true listener=false peer=false\n';
    const chunk = line.repeat(5000);
    const chunks = Math.ceil(50_000_000 / chunk.length);

    const { code, stdout } = await runCli(['analyze', '--json', '-q'], {
      input: new Array<string>(chunks).fill(chunk),
    });

    expect(code).toBe(0);
    const [input] = JSON.parse(stdout).capture.inputs;
    expect(input).toMatchObject({ lines: chunks * 5000, records: chunks * 5000, bytes: chunks * chunk.length });
  });

  it('stops at Ctrl-C with what it has read', async () => {
    const child = spawn(process.execPath, [join(ROOT, 'bin', 'run.js'), 'analyze', '--json'], { stdio: 'pipe' });
    onTestFinished(() => {
      child.kill('SIGKILL');
    });
    let stdout = '';
    let stderr = '';
    child.stdout.setEncoding('utf8').on('data', (text) => {
      stdout += text;
    });
    child.stderr.setEncoding('utf8').on('data', (text) => {
      stderr += text;
    });
    child.stdin.on('error', () => undefined);
    // The pipe stays open: without the interrupt it would wait for ever.
    child.stdin.write(readFileSync(SAMPLE, 'utf8'));
    await new Promise((done) => setTimeout(done, 1500));

    child.kill('SIGINT');

    const code = await new Promise((done) => child.on('close', done));
    expect(code).toBe(130);
    expect(stderr).toContain('necropsy: stopping');
    const report = JSON.parse(stdout);
    expect(report.capture.problems.map(({ code: problem }: { code: string }) => problem)).toContain('interrupted');
    expect(report.findings[0].detector).toBe('proxy-self-loop');
  }, 15_000);
});

describe('demo', () => {
  it('analyses the sample with the loop where none is named', async () => {
    const { code, stdout, stderr } = await runCli(['demo']);

    expect(code).toBe(0);
    // The whole screen, off a terminal too: this is what a newcomer sees first.
    expect(stdout).toMatch(/^VERDICT {2}/m);
    expect(stdout).toMatch(/1 ▲ ERROR {2}proxy-self-loop/);
    expect(stderr).toMatch(/^necropsy: demo udp-self-loop: a transparent proxy connects to its relay/);
  });

  it('finds its samples wherever it is started', async () => {
    const { code, stdout } = await runCli(['demo', 'provider-crash', '-q'], { cwd: folder });

    expect(code).toBe(0);
    expect(stdout).toMatch(/1 ▲ ERROR {2}provider-crash/);
  });
});
