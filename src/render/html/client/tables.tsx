import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useMemo } from 'preact/hooks';
import { LEVELS } from '../../../model/log-record.ts';
import { visible } from '../../terminal/visible.ts';
import { lowerBound } from '../index-lanes.ts';
import { BLOCK_LINES, JOINS } from '../page-data.ts';
import { Course } from './course.tsx';
import { listedFlows, listedLines } from './listed.ts';
import { RowTable } from './row-table.tsx';
import { type App, select } from './store.ts';
import { span, timeLabel } from './ticks.ts';

const LONGEST = 400;
const MARKS: Readonly<Record<string, string>> = { error: '◆ ', fault: '▲ ' };

export function LineTable({ app }: { readonly app: App }): JSX.Element {
  const listed = useMemo(() => listedLines(app), [app]).value;
  const loaded = useSignal(0);
  const { lines, tables } = app.page;
  // Asking for a block again when it is there makes the rows be drawn once more.
  const ask = (index: number): string => {
    const text = app.texts.lineNow(index);
    if (text === null) {
      void app.texts.block(Math.floor(index / BLOCK_LINES)).then(() => {
        loaded.value += 1;
      });
      return '…';
    }
    return text === undefined ? '(text not in this file)' : visible(text.slice(0, LONGEST));
  };
  void loaded.value;
  const cells = (row: number) => {
    const i = listed[row] ?? 0;
    const source = tables.sources[lines.source[i] ?? 0];
    const level = LEVELS[lines.level[i] ?? 0] ?? '';
    return [
      timeLabel(lines.at[i] ?? 0, app.clock),
      `${visible(source?.process ?? '')}${source === undefined || source.pid < 0 ? '' : `[${source.pid}]`}`,
      `${MARKS[level] ?? ''}${level}`,
      ask(i),
    ];
  };
  const selection = app.selection.value;
  const chosen = selection?.kind === 'line' ? placeOf(listed, selection.index) : -1;
  const { config } = app.page;
  const caption = `Lines: ${listed.length.toLocaleString('en')} of ${config.lines.toLocaleString('en')}`;
  return (
    <>
      <InView app={app} />
      <RowTable
        caption={caption}
        heads={['Time', 'Process', 'Level', 'Text']}
        rows={listed.length}
        chosen={chosen}
        cells={cells}
        onChoose={(row) => select(app, { kind: 'line', index: listed[row] ?? 0 }, true)}
      />
    </>
  );
}

function placeOf(listed: Uint32Array, index: number): number {
  const place = lowerBound(listed, index);
  return listed[place] === index ? place : -1;
}

export function FlowTable({ app }: { readonly app: App }): JSX.Element {
  const listed = useMemo(() => listedFlows(app), [app]).value;
  const { flows, tables, config } = app.page;
  const word = (column: ArrayLike<number>, i: number): string => visible(tables.words[column[i] ?? 0] ?? '');
  const cells = (row: number) => {
    const i = listed[row] ?? 0;
    const [opened, closed] = [flows.opened[i] ?? 0, flows.closed[i] ?? Number.NaN];
    const delay = (flows.providerFrom[i] ?? Number.NaN) - (flows.kernelFrom[i] ?? Number.NaN);
    const grade = JOINS[flows.join[i] ?? 0] ?? '';
    return [
      timeLabel(opened, app.clock),
      String(i + 1),
      word(flows.app, i),
      word(flows.remote, i),
      <Course flows={flows} index={i} key={i} />,
      (flows.failed[i] ? '▲ ' : '') + word(flows.ending, i),
      Number.isNaN(delay) ? '' : span(delay) + (grade === 'exact' || grade === '' ? '' : ` (${grade})`),
      Number.isNaN(closed) ? 'not seen to end' : span(closed - opened),
    ];
  };
  const selection = app.selection.value;
  const chosen = selection?.kind === 'flow' ? placeOf(listed, selection.index) : -1;
  return (
    <>
      <InView app={app} />
      <RowTable
        caption={`Flows: ${listed.length.toLocaleString('en')} of ${config.flows.toLocaleString('en')}`}
        heads={['Opened', 'Flow', 'App', 'Remote', 'Course', 'Ended by', 'Kernel to provider', 'Open for']}
        rows={listed.length}
        chosen={chosen}
        cells={cells}
        onChoose={(row) => select(app, { kind: 'flow', index: listed[row] ?? 0 })}
      />
    </>
  );
}

function InView({ app }: { readonly app: App }): JSX.Element {
  return (
    <label class="in-view">
      <input
        type="checkbox"
        checked={app.inView.value}
        onChange={(event) => {
          app.inView.value = event.currentTarget.checked;
        }}
      />{' '}
      only what the overview's window shows
    </label>
  );
}
