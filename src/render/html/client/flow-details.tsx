import type { JSX } from 'preact';
import { visible } from '../../terminal/visible.ts';
import { JOINS } from '../page-data.ts';
import { type Fact, Facts, words } from './facts.tsx';
import { type App, select } from './store.ts';
import { exactTime, span, timeLabel } from './ticks.ts';
import { useLater } from './use-later.ts';

/** What the facts above say already. */
const SHOWN: ReadonlySet<string> = new Set(
  'id app remote state protocol openedAt closedAt closedBy code join hash'.split(' '),
);
const MOST_LINES = 200;

export function FlowDetails({ app, index }: { readonly app: App; readonly index: number }): JSX.Element {
  const { flows, tables, config } = app.page;
  const report = useLater(() => app.texts.flow(index), index) ?? {};
  const word = (column: ArrayLike<number>): string => visible(tables.words[column[index] ?? 0] ?? '');
  const time = (column: Float64Array): number | undefined => {
    const at = column[index];
    return at === undefined || Number.isNaN(at) ? undefined : at;
  };
  const [opened, closed] = [time(flows.opened) ?? 0, time(flows.closed)];
  const [kernel, provider] = [time(flows.kernelFrom), time(flows.providerFrom)];
  const join = report.join as { readonly reason?: string } | undefined;
  const lane = (flows.providerLane[index] ?? 0) - 1;
  const more = Object.entries(report)
    .filter(([key, value]) => !SHOWN.has(key) && value !== undefined)
    .map(([key, value]): Fact => [key, words(value)]);
  return (
    <>
      <h2>Flow {(index + 1).toLocaleString('en')}</h2>
      <Facts
        facts={[
          ['App', word(flows.app) || 'not named'],
          ['Remote', word(flows.remote)],
          ['Protocol', word(flows.protocol)],
          ['Provider', lane < 0 ? 'none seen' : visible(config.lanes[lane]?.name ?? '')],
          ['State', word(flows.state)],
          ['Opened', exactTime(opened, app.clock)],
          ['Kernel to provider', kernel === undefined || provider === undefined ? '' : span(provider - kernel)],
          ['Open for', closed === undefined ? 'no line says that it ended' : span(closed - opened)],
          ['Ended by', word(flows.ending)],
          ['Halves joined', joinWords(JOINS[flows.join[index] ?? 0] ?? '', join?.reason)],
          ...more,
        ]}
      />
      <h3>Lines of this flow</h3>
      <FlowLines app={app} index={index} />
    </>
  );
}

function joinWords(grade: string, reason: string | undefined): string {
  if (grade === '') return 'one half only was seen';
  return visible(reason === undefined ? grade : `${grade}: ${reason}`);
}

function FlowLines({ app, index }: { readonly app: App; readonly index: number }): JSX.Element {
  const found = linesOfFlow(app, index);
  const texts = useLater(() => Promise.all(found.slice(0, MOST_LINES).map((line) => app.texts.line(line))), index);
  const { lines, tables } = app.page;
  if (found.length === 0) return <p>No line names it by its number.</p>;
  return (
    <>
      <ol class="lines">
        {found.slice(0, MOST_LINES).map((line, i) => {
          const source = tables.sources[lines.source[line] ?? 0];
          return (
            <li key={line}>
              <button type="button" class="link" onClick={() => select(app, { kind: 'line', index: line }, true)}>
                {timeLabel(lines.at[line] ?? 0, app.clock)} {visible(source?.process ?? '')}
              </button>
              <pre>{texts === undefined ? '…' : visible(texts[i] ?? '(text not in this file)')}</pre>
            </li>
          );
        })}
      </ol>
      {found.length > MOST_LINES ? <p>{found.length - MOST_LINES} lines more.</p> : null}
    </>
  );
}

function linesOfFlow({ page }: App, index: number): number[] {
  const { flow } = page.lines;
  const found: number[] = [];
  for (let i = 0; i < flow.length; i++) if (flow[i] === index + 1) found.push(i);
  return found;
}
