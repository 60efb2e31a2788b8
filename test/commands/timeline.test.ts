import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runCli } from '../support/run-cli.ts';

const CAPTURE = join(import.meta.dirname, '..', '..', 'samples', 'udp-self-loop', 'capture.ndjson');
let folder = '';

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'necropsy-timeline-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('necropsy timeline', () => {
  it('writes the page and says what is in it', async () => {
    const file = join(folder, 'timeline.html');

    const { code, stdout, stderr } = await runCli(['timeline', CAPTURE, '-o', file]);

    expect({ code, stdout }).toEqual({ code: 0, stdout: '' });
    expect(stderr).toMatch(/^necropsy: wrote .*timeline\.html: \d+ lines, \d+ flows, 0\.1 MB\n$/);
    expect(readFileSync(file, 'utf8')).toMatch(/^<!doctype html>.*<main id="static">.*<\/html>\n$/s);
  });

  it('writes the same bytes again, into a pipe too', async () => {
    const first = await runCli(['timeline', CAPTURE, '-q']);

    const again = await runCli(['timeline', CAPTURE, '-q']);

    expect(first.stderr).toBe('');
    expect(again.stdout).toBe(first.stdout);
  });

  it('opens at a finding, by its number or its detector', async () => {
    const byNumber = await runCli(['timeline', CAPTURE, '--at', '1']);
    const byName = await runCli(['timeline', CAPTURE, '--at', 'proxy-self-loop']);

    expect(byNumber.stdout).toContain('"startAt":0');
    expect(byName.stdout).toBe(byNumber.stdout);
  });

  it('says which findings there are where the one to open at is none', async () => {
    const { code, stdout, stderr } = await runCli(['timeline', CAPTURE, '--at', 'provider-crash']);

    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toBe('necropsy: there is no finding provider-crash in this capture\nfound: 1 proxy-self-loop\n');
  });

  it('does not write over its input', async () => {
    const { code, stderr } = await runCli(['timeline', CAPTURE, '-o', CAPTURE]);

    expect(code).toBe(2);
    expect(stderr).toContain('is an input of this run and would be overwritten');
  });

  it('is redacted on request, its title too', async () => {
    const log = [
      'Timestamp               Ty Process[PID:TID]',
      '2026-01-22 23:50:00.500 Df nesessionmanager[486:1ed7f] [com.apple.networkextension:] NESMVPNSession[Primary Tunnel:Quagga Office:5029A37B-3536-0F38-7055-0124B0772F04:(null)]: status changed to connected',
    ];
    const capture = join(folder, 'quenby.log');
    writeFileSync(capture, `${log.join('\n')}\n`);

    const named = await runCli(['timeline', capture, '--redact', 'standard']);
    const titled = await runCli(['timeline', capture, '--redact', 'strict', '--title', 'Quagga Office is down']);

    expect([named.code, titled.code]).toEqual([0, 0]);
    expect(named.stdout).toMatch(/<title>file-[0-9a-f]{6}\.log<\/title>/);
    expect(titled.stdout).toMatch(/<title>config-[0-9a-f]{6} is down<\/title>/);
    expect(named.stdout + titled.stdout).not.toMatch(/quagga|quenby|5029a37b/i);
  });

  it('is a format of analyze too, by its name or that of the file', async () => {
    const file = join(folder, 'report.html');

    const page = await runCli(['timeline', CAPTURE]);
    const named = await runCli(['analyze', CAPTURE, '--format', 'html']);
    const ended = await runCli(['analyze', CAPTURE, '-o', file, '--fail-on', 'error', '-q']);
    const chosen = await runCli(['analyze', CAPTURE, '-o', file, '--min-severity', 'error']);

    expect(named.stdout).toBe(page.stdout);
    expect(ended).toEqual({ code: 1, stdout: '', stderr: '' });
    expect(readFileSync(file, 'utf8')).toBe(page.stdout);
    expect(chosen).toMatchObject({ code: 2, stdout: '' });
  });
});
