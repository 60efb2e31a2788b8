/** What an attacker can write into a log, and reports that hold it everywhere. */
import type { Report } from '../../src/model/report.ts';
import { crowded, selfLoop } from './sample-reports.ts';

/** Source: html-timeline.md section 13, ticket attachments seen in the wild, OWASP's pages on CSV injection. */
export const HOSTILE: Readonly<Record<string, string>> = {
  'a terminal escape': '\x1b[2J\x1b]0;fake\x07\u009b31m\x9d',
  'a carriage return and a forged line': 'ok\r\n1 ▲ ERROR  fake-finding\rerror fake high 1',
  'text direction and blanks of no width': 'a\u202eevil\u2066b\u200b\u200f\ufeff\u00ad',
  'line separators': 'a\u2028b\u2029c\u0085d',
  'NUL, lone surrogates, what is no character': 'a\0b\ud800c\udc00d\ufffe\uffff',
  'the end of a script': '</script><script>window.__pwned=1</script>',
  'a comment that opens a script': '<!--<script>window.__pwned=1//-->',
  'a drawing that loads': '<svg onload=window.__pwned=1><foreignObject><img src=x onerror=window.__pwned=1>',
  'ends of elements': '</title></text></svg></template></style></failure></testcase><testcase name="fake"/>',
  'the end of a CDATA section': ']]><evil/><![CDATA[ &xxe; <!DOCTYPE x [<!ENTITY a "b">]>',
  'the end of an attribute': '" onmouseover="window.__pwned=1" \' onfocus=\'window.__pwned=1\' `',
  'a prototype': '__proto__',
  'an address that runs': 'javascript:window.__pwned=1 data:text/html,<script>1</script>',
  'Markdown links and images':
    '[click](javascript:alert(1)) ![x](https://evil.example/p.png) [a]: https://evil.example <https://evil.example>',
  'Markdown that links by itself':
    'see https://evil.example/x and www.evil.example or me@evil.example @octocat #1 org/repo#2 GH-3 !4 deadbeef1',
  'Markdown HTML':
    '<details><summary>x</summary><iframe src="https://evil.example"></iframe></details> &lt;b&gt; &#60;i&#62;',
  'a fence and more': '```\n</code></pre>\n# heading\n~~~~\n`` ` ```` x',
  'a table': 'a | b \\| c \\\\| d || e |\n| --- | --- |\n| x | `|` y |',
  'blocks of Markdown': '# h\n> q\n- l\n1. n\n---\n===\n    code\n\ttab',
  'emphasis, emoji, formulas': '**b** _i_ ~~s~~ :tada: $x^2$ $$y$$ ==m== \\*',
  mermaid:
    'A->>B: x\n  click A href "javascript:alert(1)"\n  end\n%%{init: {"securityLevel":"loose"}}%% ; #35; "quoted" style A fill:#fff;',
  'a formula': '=HYPERLINK("https://evil.example","x")',
  'a command': "=cmd|' /C calc'!A0",
  'formulas of other kinds': '+1+1',
  'a formula by minus': '-2+3',
  'a formula by at': '@SUM(1)',
  'a formula after a tab': '\t=1+1',
  'a formula after blanks': '  \r=1+1',
  'a formula in full width': '＝1+1',
  'a formula after a semicolon': 'x;=1+1;"; =2',
  'quotes and commas': '"a","b"\n"c"',
  'SARIF links and placeholders': '[x](1) {0} {1} \\[y](https://evil.example) {{2}}',
  // As long as a message may get.
  'a long line': `${'x'.repeat(14_000)} ${'| '.repeat(1000)}`,
  nothing: '',
  'a wide text': '例え'.repeat(300),
};

/** Values that steer a renderer: the model knows each of them. */
const STEERS = new Set(['severity', 'confidence', 'status', 'for', 'schemaVersion']);
const TIMES = new Set(['from', 'to', 'at', 'openedAt', 'closedAt', 'takenAt']);

/** A copy with every text in it replaced, keys of free choice too; times only where `times` is set. */
export function poison(report: Report, hostile: string, times: boolean): Report {
  // Strings stay strings, so the copy is a report.
  return replaced('', report, hostile, times) as Report;
}

function replaced(key: string, value: unknown, hostile: string, times: boolean): unknown {
  if (typeof value === 'string') return STEERS.has(key) || (!times && TIMES.has(key)) ? value : hostile;
  if (Array.isArray(value)) return value.map((each) => replaced(key, each, hostile, times));
  if (typeof value !== 'object' || value === null) return value;
  const isFree = ['byState', 'omitted', 'byCode', 'byCloser'].includes(key);
  return Object.fromEntries(
    Object.entries(value).map(([name, each]) => [
      isFree ? hostile : name,
      // `state` of a verdict, a check and a phase is a word of the model; of sessions and flows it is the log's.
      name === 'state' && key !== 'sessions' && key !== 'flows' ? each : replaced(name, each, hostile, times),
    ]),
  );
}

/** Every field of the model has a value somewhere in it, those of later versions too. */
export const everything: Report = {
  ...crowded,
  capture: {
    ...crowded.capture,
    inputs: crowded.capture.inputs.map((input) => ({ ...input, container: 'sysdiagnose.tar.gz' })),
    problems: crowded.capture.problems.map((problem) => ({
      ...problem,
      example: { input: 'system_logs.ndjson', line: 3, text: 'odd' },
    })),
    machines: [
      {
        name: 'sysdiagnose.tar.gz',
        platform: 'macOS',
        build: '25E246',
        takenAt: '2026-03-18T14:06:00+01:00',
        model: 'Mac16,11',
        configurations: [
          {
            id: 'C1',
            name: 'Quartz',
            kind: 'vpn',
            application: 'com.quartz',
            provider: 'com.quartz.proxy',
            isEnabled: true,
            isOnDemand: true,
            onDemandRules: 2,
            includesAllNetworks: true,
            isManaged: true,
          },
        ],
        profiles: [{ type: 'com.apple.vpn.managed', name: 'Work' }],
        interfaces: [{ name: 'utun4', mtu: 1380, isUp: true, addresses: ['10.0.0.2'] }],
        unread: ['a/b.plist'],
      },
    ],
    extensions: [
      { bundle: 'com.quartz.proxy', name: 'Quartz', team: 'TEAM', version: '1.2', state: 'activated enabled' },
    ],
  },
  findings: crowded.findings.map((finding, index) =>
    index === 1
      ? {
          ...finding,
          evidence: finding.evidence.map(({ line: _, ...cited }) => ({
            ...cited,
            file: 'Persist/0000000000000f85.tracev3',
            record: 18_274,
          })),
        }
      : finding,
  ),
  processes: selfLoop.processes.map((run) => ({
    ...run,
    end: {
      kind: 'crash',
      at: run.to,
      code: 3,
      signal: 'SIGABRT',
      sentBy: 'launchd',
      report: {
        grade: 'exact',
        incident: 'I',
        exception: 'EXC_CRASH',
        signal: 'SIGABRT',
        subtype: 'S',
        termination: 'T',
        terminationCode: -1,
        indicator: 'Abort',
        thread: 1,
        queue: 'q',
        appFrame: 'f',
      },
      memory: { reason: 'per-process-limit', bytes: 1, limitBytes: 2, isOwnLimit: true },
    },
  })),
  sessions: selfLoop.sessions.map((session) => ({
    ...session,
    runs: session.runs.map((run) => ({ ...run, to: run.from, stoppedBy: 'user', stopReason: 'stop' })),
  })),
  flows: selfLoop.flows.map((flow) => ({
    ...flow,
    host: 'example.com',
    interface: 'en0',
    code: 'REF',
    history: 'noacX',
    closedBy: {
      who: 'kernel',
      reason: 'remote-refused',
      error: 61,
      knew: ['kernel'],
      grade: 'exact',
      at: flow.openedAt,
    },
    input: 'cap.log',
    line: 3,
  })),
  power: [
    ...selfLoop.power,
    { state: 'asleep', from: '2026-03-18T14:05:09.000000+01:00', reason: 'lid', sources: ['powerd'] },
  ],
  lanes: { ...crowded.lanes, span: selfLoop.capture.span ?? { from: '', to: '', durationUs: 0 } },
  omitted: { flows: 3, findings: 2 },
  flowTotals: { seen: 18, byState: { closed: 18 }, byCode: { REF: 3, OK: 15 }, byCloser: { kernel: 3, app: 15 } },
  connections: ['2026-09-08T07:44:59.000000+02:00', '2026-09-08T07:45:00.000000+02:00'].map((startedAt, index) => ({
    id: `1502:C${index}`,
    process: 'Acme',
    pid: 1502,
    endpoint: 'example.com:443',
    protocol: 'tcp',
    state: 'failed',
    startedAt,
    endedAt: '2026-09-08T07:45:03.000000+02:00',
    ...(index === 0 ? { error: 61, errorText: 'Connection refused' } : {}),
    local: '10.0.0.2:50001',
    remote: '203.0.113.80:443',
    interface: 'utun4',
    line: 7,
  })),
  path: [
    { at: '2026-09-08T07:44:58.000000+02:00', what: 'primary', from: 'en0', to: 'utun4' },
    { at: '2026-09-08T07:50:00.000000+02:00', what: 'lost', from: 'utun4' },
  ],
};
