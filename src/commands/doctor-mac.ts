import type { Checked } from '../render/terminal/doctor.ts';

/** How a tool ended, and what it printed; undefined where it did not start. */
export type RunTool = (command: string, args: readonly string[]) => Promise<string | undefined>;

/** What a Mac has to have so that captures can be recorded on it. Elsewhere one line says that they come from one. */
export async function macChecks(platform: string = process.platform, run: RunTool = runTool): Promise<Checked[]> {
  if (platform !== 'darwin')
    return [{ check: 'recording', state: 'green', message: 'no Mac: captures are recorded on one and read here' }];
  const help = await run('/usr/bin/log', ['help']);
  const listed = await run('/usr/bin/profiles', ['list']);
  return [
    help === undefined
      ? { check: 'log', state: 'red', message: '/usr/bin/log cannot be run: nothing can be recorded here' }
      : { check: 'log', state: 'green', message: '/usr/bin/log is there' },
    profilesCheck(listed),
  ];
}

/** Of the profiles that a person sees without being an administrator. */
function profilesCheck(listed: string | undefined): Checked {
  const check = 'profiles';
  if (listed === undefined) return { check, state: 'amber', message: 'the installed profiles cannot be listed' };
  const ids = [...listed.matchAll(/profileIdentifier: (\S+)/g)].map((found) => found[1] ?? '');
  const debugging = ids.filter((id) => /logging|debug|networkextension|vpn|diagnostic/i.test(id));
  if (debugging.length > 0) return { check, state: 'green', message: `installed: ${debugging.join(', ')}` };
  return {
    check,
    state: 'amber',
    message: 'no profile for logging is seen: debug messages and private values are not kept',
    hint: 'Apple’s “VPN (Network Extension)” profile keeps them: developer.apple.com, Profiles and Logs',
  };
}

async function runTool(command: string, args: readonly string[]): Promise<string | undefined> {
  const { execFile } = await import('node:child_process');
  return new Promise((done) => {
    execFile(command, args, { timeout: 5000 }, (error, stdout) => {
      const hasRun = error === null || typeof error.code === 'number';
      done(hasRun ? stdout : undefined);
    });
  });
}
