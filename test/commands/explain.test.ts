import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ROOT, runCli } from './run-cli.ts';

const explain = async (...words: string[]) => runCli(['explain', ...words, '--width', '80']);

describe('explain', () => {
  it('a message: what it means, who prints it at which level, its wording, its values, what follows', async () => {
    const { code, stdout } = await explain('kernel.flow-divert/connect-result');

    expect(code).toBe(0);
    expect(stdout).toContain('kernel.flow-divert/connect-result\n');
    expect(stdout).toMatch(/^Printed by {2}process == "kernel"/m);
    expect(stdout).toMatch(/^Level {7}info/m);
    expect(stdout).toContain('({flow:flow-pcb}): received connect result {error:errno}');
    expect(stdout).toMatch(/^Usually followed by\n {2}· kernel\.flow-divert\/connect-result-delivered$/m);
    expect(stdout).toMatch(/^Read by {5}.*missing-new-flow/m);
  });

  it('a fault that no log shows: why not, and what shows it', async () => {
    const { code, stdout } = await explain('expected-app-not-proxied');

    expect(code).toBe(0);
    expect(stdout).toContain('never reported: which apps are meant to be proxied is not in a log');
    expect(stdout).toContain('necropsy flows CAPTURE --where');
    expect((await explain()).stdout.replaceAll(/\s+/g, ' ')).toContain('is not (not visible in logs)');
  });

  it('a pasted message without time and process, its codes named', async () => {
    const { stdout } = await explain('(2201100002): received connect result 61');

    expect(stdout).toContain('kernel.flow-divert/connect-result');
    expect(stdout).toMatch(/^ {2}· flow {2}2201100002$/m);
    expect(stdout).toMatch(/^ {2}· error {2}61\n {4}ECONNREFUSED/m);
  });

  it('a pasted line of an export, from standard input', async () => {
    const line =
      '2026-03-01 09:15:05.144 Df nesessionmanager[734:9875ec] [com.apple.networkextension:] NESMVPNSession[Primary Tunnel:Acme VPN:0F00BA12-1111-4222-8333-44445555AAAA:(null)]: status changed to connected\n';
    const { code, stdout } = await runCli(['explain', '-', '--width', '80'], { input: line });

    expect(code).toBe(0);
    expect(stdout).toContain('nesessionmanager.session/status-changed');
    expect(stdout).toMatch(/^ {2}· session\.name {2}Acme VPN$/m);
  });

  it('a line that only looks like a fault says so', async () => {
    const { stdout } = await explain('nw_network_agent_remove_from_interface ipsec1 failed [6: Device not configured]');

    expect(stdout).toMatch(/^● harmless {2}/m);
  });

  it('an error domain with its code, whatever the case, or the whole table', async () => {
    const [one, named, all] = await Promise.all([
      explain('nevpnerrordomain', '3'),
      explain('NEVPNErrorDomain', 'connectionFailed'),
      explain('NEVPNErrorDomain'),
    ]);

    expect(one.stdout).toMatch(/^3 {2}connectionFailed/m);
    expect(named.stdout).toBe(one.stdout);
    expect(all.stdout.match(/^\d {2}\w+/gm)).toHaveLength(6);
  });

  it('keeps the private numbers of plugins apart from the public ones', async () => {
    const [mine, theirs] = await Promise.all([
      explain('NEVPNConnectionErrorDomainPlugin', '4'),
      explain('NEVPNConnectionErrorDomain', '4'),
    ]);

    expect(mine.stdout).toMatch(/^4 {2}NO_NETWORK_AVAILABLE/m);
    expect(theirs.stdout).toMatch(/^4 {2}configurationFailed/m);
  });

  it('a family lists its messages', async () => {
    const { stdout } = await explain('nesessionmanager.agent');

    expect(stdout).toMatch(/^nesessionmanager\.agent\/\S+/m);
  });

  it.each([
    [
      ['NEVPNErrorDomain', '99'],
      'NEVPNErrorDomain has no code 99\n`necropsy explain NEVPNErrorDomain` lists its 6 codes\n',
    ],
    [
      ['kernel.flow-divert/conect-result'],
      'nothing is called kernel.flow-divert/conect-result\ndid you mean kernel.flow-divert/connect-result',
    ],
    [
      ['my app said: Error Domain=NEVPNErrorDomain Code=3 "(null)"'],
      'no message of the catalog is this line\nit holds an error: necropsy explain NEVPNErrorDomain 3\n',
    ],
  ])('what is not known gets the nearest that is: %s', async (words, text) => {
    const { code, stderr } = await explain(...words);

    expect(code).toBe(2);
    expect(stderr).toContain(`necropsy: ${text}`);
  });

  it('lets no escape sequence of a pasted line through', async () => {
    const { stdout } = await explain('(12): received connect result 61\n\u001b[2Jx \u001b]0;y\u0007');

    expect(stdout).not.toContain('\u001b');
  });

  it("knows the user's own messages", async () => {
    const grammar = join(ROOT, 'samples', 'acme-handshake', 'acme.grammar');
    const { stdout } = await runCli(['explain', 'acme.tunnel', '--grammar', grammar, '--width', '80']);

    expect(stdout).toMatch(/^acme\.tunnel\/\S+/m);
  });
});
