import type { ProcessReport } from '../../model/report.ts';
import { timeOfDay } from '../terminal/clock.ts';
import type { Style } from '../terminal/line.ts';
import type { Column } from './listing.ts';

const FAULTS: ReadonlySet<string> = new Set(['crash', 'jetsam', 'died']);

/** `processes`: provider runs, and whatever else ended while somebody looked. */
export const PROCESS_COLUMNS: readonly Column<ProcessReport>[] = [
  { key: 'pid', isFixed: true, title: 'pid', value: ({ pid }) => (pid < 0 ? undefined : pid), isRight: true },
  { key: 'name', title: 'process', value: ({ name }) => name },
  { key: 'kind', title: 'provider', value: ({ provider }) => provider?.kind, yields: 2 },
  { key: 'from', isFixed: true, title: 'first line', value: ({ from }) => from, text: ({ from }) => timeOfDay(from) },
  { key: 'to', isFixed: true, title: 'last', value: ({ to }) => to, text: ({ to }) => timeOfDay(to) },
  { key: 'end', isFixed: true, title: 'end', value: ({ end }) => end?.kind, style: endStyle },
  { key: 'how', isProse: true, title: 'how', value: howOf },
  { key: 'bundle', title: 'bundle', value: ({ provider }) => provider?.bundle, yields: 3 },
  { key: 'grade', isFixed: true, title: 'known as one', value: ({ provider }) => provider?.grade, yields: 4 },
];

export const PROCESS_FIELDS: Readonly<Record<string, (run: ProcessReport) => unknown>> = {
  boot: ({ boot }) => boot,
  generation: ({ generation }) => generation,
  signal: ({ end }) => end?.signal,
  exitCode: ({ end }) => end?.code,
  throttledFor: ({ throttledForS }) => throttledForS,
};

function howOf({ end, throttledForS }: ProcessReport): string | undefined {
  const held = throttledForS === undefined ? [] : [`next start held back ${throttledForS} s`];
  if (end === undefined) return held[0];
  const { code, signal, sentBy, report, memory } = end;
  const parts = [
    ...(signal === undefined ? [] : [signal]),
    ...(code === undefined ? [] : [`code ${code}`]),
    ...(sentBy === undefined ? [] : [`by ${sentBy}`]),
    ...(report?.exception === undefined ? [] : [report.exception]),
    ...(memory?.reason === undefined ? [] : [memory.reason]),
  ];
  return [parts.join(' '), ...held].filter((part) => part !== '').join(', ');
}

function endStyle({ end }: ProcessReport): Style {
  return end !== undefined && FAULTS.has(end.kind) ? 'bad' : 'plain';
}
