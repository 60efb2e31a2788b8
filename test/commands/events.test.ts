import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ROOT, runCli } from './run-cli.ts';

const SAMPLE = join(ROOT, 'samples', 'udp-self-loop', 'capture.ndjson');
const DEFAULT = join(ROOT, 'samples', 'provider-crash', 'capture.log');

/** Lines as objects; what the log tool says of the export aside. */
function objects(stdout: string): Record<string, unknown>[] {
  return withTool(stdout).filter(({ processImagePath }) => processImagePath !== '/usr/bin/log');
}

function withTool(stdout: string): Record<string, unknown>[] {
  return stdout
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line));
}

/** What a report says of the capture's content, apart from what differs between two exports of it. */
function essence(stdout: string) {
  const { findings, detectors } = JSON.parse(stdout);
  return {
    findings: findings.map(({ detector, severity, confidence, message, count, subjects }: Record<string, unknown>) => ({
      detector,
      severity,
      confidence,
      message,
      count,
      subjects,
    })),
    detectors: detectors.map(({ id, status }: Record<string, unknown>) => [id, status]),
  };
}

describe('events', () => {
  it.each([['events'], ['grammar', 'coverage'], ['grammar', 'suggest', '--process', 'x'], ['analyze']])(
    'takes the zone of --tz: %s %s',
    async (...command) => {
      const wrong = await runCli([...command.filter(Boolean), SAMPLE, '--tz', 'Mars/Olympus']);

      expect([wrong.code, wrong.stdout]).toEqual([2, '']);
      expect(wrong.stderr).toContain('"Mars/Olympus" is none');
    },
  );

  it('prints a JSON object per event into a pipe: its name, its values, and the keys of log show', async () => {
    const { code, stdout, stderr } = await runCli([
      'events',
      SAMPLE,
      '--kind',
      'nesessionmanager.session/status-changed',
      '--limit',
      '1',
    ]);

    expect(code).toBe(0);
    expect(stderr).toMatch(/^necropsy: 1 printed of [\d,]+ records\n$/);
    const [event] = objects(stdout);
    expect(event).toMatchObject({
      event: 'nesessionmanager.session/status-changed',
      subsystem: 'com.apple.networkextension',
      processImagePath: expect.stringMatching(/\/nesessionmanager$/),
      timestamp: expect.stringMatching(/^2026-04-07 \d\d:\d\d:\d\d\.\d{6}\+0200$/),
      line: expect.any(Number),
      fields: { session: { id: expect.stringMatching(/^[0-9A-F-]{36}$/) }, status: expect.any(String) },
    });
  });

  it('selects with the predicates of log show, over fields of events too', async () => {
    const where = "process == 'nesessionmanager' AND status IN {'connected', 'connecting'} AND session.name != nil";
    const { stdout } = await runCli(['events', SAMPLE, '-q', '--where', where]);

    const found = objects(stdout);
    expect(found.length).toBeGreaterThan(0);
    expect(new Set(found.map(({ event }) => event))).toEqual(
      new Set(['nesessionmanager.session/status-changed', 'nesessionmanager.session/plugin-status']),
    );
  });

  it('means an instant without an offset as the clock of the capture shows it', async () => {
    const [{ stdout: all }, { stdout: local }, { stdout: utc }] = await Promise.all([
      runCli(['events', SAMPLE, '-q']),
      runCli(['events', SAMPLE, '-q', '--where', 'timestamp >= "2026-04-07 09:00:00"']),
      runCli(['events', SAMPLE, '-q', '--where', 'timestamp >= "2026-04-07 09:00:00Z"']),
    ]);

    expect(objects(local)).toEqual(objects(all));
    expect([objects(all).length > 0, objects(utc)]).toEqual([true, []]);
  });

  it('points at what is wrong in a predicate, with what was meant, exit 2', async () => {
    const { code, stdout, stderr } = await runCli(['events', SAMPLE, '--where', 'statsu == "connected"']);

    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(
      /^necropsy: this --where cannot be read\n--where:1:1 {2}syntax\n {2}statsu == "connected"\n {2}\^ no field is called statsu\n {2}help: did you mean status\? fields: process, /,
    );
  });

  it('refuses an expression that cannot be run in linear time', async () => {
    const { code, stderr } = await runCli(['events', SAMPLE, '--where', 'eventMessage MATCHES "(a)\\\\1"']);

    expect(code).toBe(2);
    expect(stderr).toContain('not a regular expression that can be run safely');
  });

  it('answers at once where an expression would run away elsewhere', async () => {
    const { code, stdout } = await runCli([
      'events',
      SAMPLE,
      '-q',
      '--where',
      'eventMessage MATCHES "(\\\\w+\\\\s?)*!"',
    ]);

    expect([code, objects(stdout)]).toEqual([0, []]);
  });

  it('says first what the lines cannot show: the predicate of the export, and that of this run', async () => {
    const { stdout } = await runCli(['events', SAMPLE, '-q', '--where', 'pid > 0', '--limit', '1']);

    expect(withTool(stdout)[0]).toMatchObject({
      event: 'log.tool/filtering',
      eventMessage: 'Filtering the log data using "(process != "WindowServer") AND (pid > 0)"',
    });
  });

  it('draws one line per event where a width is given, nothing wider', async () => {
    const { stdout } = await runCli(['events', DEFAULT, '-q', '--width', '80']);

    const lines = stdout.trimEnd().split('\n');
    expect(lines.length).toBeGreaterThan(3);
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(80);
    expect(lines[0]).toMatch(/^\d\d:\d\d:\d\d\.\d{3} \S/);
  });

  it('prints records that are no event only when asked', async () => {
    const [{ stdout: known }, { stdout: all }] = await Promise.all([
      runCli(['events', DEFAULT, '-q']),
      runCli(['events', DEFAULT, '-q', '--unknown']),
    ]);

    const extra = objects(all).filter(({ event }) => event === undefined);
    expect(extra.length).toBe(objects(all).length - objects(known).length);
    expect(extra[0]).not.toHaveProperty('fields');
  });

  it('gives a record without a time none', async () => {
    const list =
      '1 extension(s)\n--- com.apple.system_extension.network_extension\nenabled\tactive\tteamID\tbundleID (version)\tname\t[state]\n*\t*\tAB12CD34EF\tcom.example.acme.extension (1.2/34)\tAcme Extension\t[activated enabled]\n';
    const { stdout } = await runCli(['events', '-q'], { input: list });
    const again = await runCli(['analyze', '--json'], { input: stdout });

    expect(objects(stdout)).toHaveLength(1);
    expect(objects(stdout)[0]).not.toHaveProperty('timestamp');
    expect(JSON.parse(again.stdout).capture).not.toHaveProperty('span');
  });

  it('exits 3 where nothing can be read', async () => {
    const { code, stdout } = await runCli(['events', join(ROOT, 'LICENSE')]);

    expect([code, stdout]).toEqual([3, '']);
  });
});

describe('analyze takes events back', () => {
  const samples = readdirSync(join(ROOT, 'samples'), { withFileTypes: true }).filter((entry) => entry.isDirectory());

  it.each(samples.map(({ name }) => name))('%s', async (name) => {
    const folder = join(ROOT, 'samples', name);
    const captures = readdirSync(folder)
      .filter((file) => /^capture\./.test(file))
      .map((file) => join(folder, file));
    const [direct, events] = await Promise.all([
      runCli(['analyze', ...captures, '--json']),
      runCli(['events', ...captures, '-q']),
    ]);
    const again = await runCli(['analyze', '-', '--json'], { input: events.stdout });

    expect(essence(again.stdout)).toEqual(essence(direct.stdout));
  });

  it('and knows which levels the export had left out', async () => {
    const lines = [
      'Skipping debug messages, pass --debug to include.',
      ...readFileSync(DEFAULT, 'utf8').split('\n').slice(0, 20),
    ];
    const events = await runCli(['events', '-q'], { input: `${lines.join('\n')}\n` });
    const again = await runCli(['analyze', '--json'], { input: events.stdout });

    expect(withTool(events.stdout)[0]).toMatchObject({ event: 'log.tool/skipping', eventMessage: lines[0] });
    expect(again.stdout).toContain('debug');
    expect(JSON.stringify(JSON.parse(again.stdout).capture.quality)).toContain('debug');
  });
});
