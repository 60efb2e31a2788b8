import type { JSX } from 'preact';
import type { FindingReport } from '../../../model/report.ts';
import { visible } from '../../terminal/visible.ts';
import { SEVERITY } from '../../terminal/words.ts';
import { type App, select } from './store.ts';
import { span, timeLabel } from './ticks.ts';

/** The findings, worst first, then what the marks mean. */
export function Findings({ app }: { readonly app: App }): JSX.Element {
  const { findings, verdict, capture } = app.page.config.report;
  const known = findings.filter(({ baselined }) => baselined !== undefined).length;
  const fresh = findings.length - known;
  // By its place among all findings one is chosen and drawn.
  const list = (isKnown: boolean): JSX.Element => (
    <ol>
      {findings.map((finding, index) =>
        (finding.baselined !== undefined) === isKnown ? (
          <Item app={app} finding={finding} index={index} key={index} />
        ) : null,
      )}
    </ol>
  );
  const weak = capture.quality.filter(({ state }) => state !== 'green');
  return (
    <nav class="findings" aria-label="Findings">
      <h2>Findings ({fresh})</h2>
      {fresh === 0 ? <p>{visible(verdict.text)}</p> : null}
      {list(false)}
      {known === 0 ? null : (
        <>
          <h2>Known to the baseline ({known})</h2>
          {list(true)}
        </>
      )}
      {weak.length === 0 ? null : (
        <>
          <h2>This capture</h2>
          <ul class="quality">
            {weak.map(({ check, state, message }) => (
              <li key={check} class={state}>
                <span aria-hidden="true">{state === 'red' ? '▲' : '■'}</span> {visible(message)}
              </li>
            ))}
          </ul>
        </>
      )}
      <Legend />
    </nav>
  );
}

interface ItemProps {
  readonly app: App;
  readonly finding: FindingReport;
  readonly index: number;
}

function Item({ app, finding, index }: ItemProps): JSX.Element {
  const { severity, confidence, title } = finding;
  const selection = app.selection.value;
  const isCurrent = selection?.kind === 'finding' && selection.index === index;
  const when = app.page.config.places[index]?.span;
  return (
    <li>
      <button
        type="button"
        class={`finding ${severity}`}
        aria-current={isCurrent}
        onClick={() => select(app, { kind: 'finding', index }, true)}
      >
        <span class="shape" aria-hidden="true">
          {SEVERITY[severity].shape}
        </span>
        <span>
          <strong>{visible(title)}</strong>
          <small>
            {severity} · {confidence} confidence
            {when === undefined ? '' : ` · ${timeLabel(when.from, app.clock)}${lasting(when.to - when.from)}`}
          </small>
        </span>
      </button>
    </li>
  );
}

function Legend(): JSX.Element {
  const entry = (mark: string, text: string): JSX.Element => (
    <li>
      <span class={`swatch ${mark}`} aria-hidden="true" /> {text}
    </li>
  );
  return (
    <section class="legend" aria-label="Legend">
      <h2>Legend</h2>
      <ul>
        {entry('app', 'flow, as the app has it')}
        {entry('kernel', 'flow in the kernel')}
        {entry('provider', 'flow at the provider')}
        {entry('failed', 'came to a bad end')}
        {entry('inferred', 'dashed: inferred, no line says it')}
        {entry('asleep', 'hatched: asleep, wider: dark wake')}
        {entry('gap', 'dotted: nothing was logged')}
        {entry('step', 'line whose time is printed no finer')}
        {entry('error-line', '◆ line at error level')}
        {entry('fault-line', '▲ line at fault level')}
      </ul>
    </section>
  );
}

/** What happens at one moment lasts no time. */
function lasting(us: number): string {
  return us === 0 ? '' : ` for ${span(us)}`;
}
