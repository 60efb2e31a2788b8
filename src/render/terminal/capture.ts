import type { Problem } from '../../model/input.ts';
import type { QualityCheck } from '../../model/report.ts';
import { clock } from './clock.ts';
import { cutEnd, cutMiddle, wrap, wrapCommand } from './columns.ts';
import type { Drawn, ScreenOptions } from './drawn.ts';
import { letterOf } from './input-letter.ts';
import { flow, hang, type Line, line, span, spread, widthOf } from './line.ts';
import { machineLines } from './machine.ts';
import { bytes, count, duration, LIGHT, number } from './words.ts';

const PROBLEMS_SHOWN = 4;

/** What was read, and how far it can be trusted. */
export function captureLines(report: Drawn, options: ScreenOptions): Line[] {
  const { width } = options;
  return [
    ...inputLines(report, width),
    ...spanLines(report, width),
    ...windowLines(report.capture, width),
    ...machineLines(report, width),
    ...trustLines(report, options),
  ];
}

/** The inputs named alone, then those of each container below its name; a few of many. */
function inputLines({ capture, tool }: Drawn, width: number): Line[] {
  const containers = [...new Set(capture.inputs.flatMap(({ container }) => container ?? []))];
  const lines = [
    ...inputRows(capture, undefined, width),
    ...containers.flatMap((container) => [
      line(span(cutMiddle(container, width), 'strong')),
      ...inputRows(capture, container, width - INDENT.length).map((row) => line(span(INDENT), ...row)),
    ]),
  ];
  const version = line(span(`${tool.name} ${tool.version}`, 'quiet'));
  const [first, ...rest] = lines;
  if (first === undefined) return [];
  return [spread(first, version, width) ?? first, ...rest];
}

const INDENT = '  ';
const ROWS_SHOWN = 3;

function inputRows(capture: Drawn['capture'], container: string | undefined, width: number): Line[] {
  const chunks = capture.inputs.flatMap((input, index) => {
    if (input.container !== container) return [];
    const letter = letterOf(capture, input.name, index);
    const facts = ` ${input.format} · ${bytes(input.bytes)}`;
    const room = Math.max(12, width - letter.length - facts.length);
    const name = container === undefined ? input.name : input.name.slice(container.length + 1);
    return [line(span(letter, 'note'), span(cutMiddle(name, room), 'strong'), span(facts, 'quiet'))];
  });
  const lines = flow(chunks, '   ', width);
  const shown = lines.slice(0, ROWS_SHOWN);
  const hidden = chunks.length - chunksIn(chunks, shown);
  if (hidden > 0) shown.push(line(span(`and ${number(hidden)} more`, 'quiet')));
  return shown;
}

function chunksIn(chunks: readonly Line[], lines: readonly Line[]): number {
  const shown = new Set(lines.flat());
  return chunks.filter((chunk) => chunk.some((part) => shown.has(part))).length;
}

function spanLines({ capture, flowTotals }: Drawn, width: number): Line[] {
  const hasLines = capture.inputs.every((input) => input.lines > 0 || input.records === 0);
  const lines = capture.inputs.reduce((sum, input) => sum + input.lines, 0);
  const counted = [
    // Archives have records and no lines.
    hasLines ? count(lines, 'line') : count(capture.records, 'record'),
    `→ ${count(capture.events, 'NE event')}`,
    ...(flowTotals.seen > 0 ? [`→ ${count(flowTotals.seen, 'flow')}`] : []),
  ];
  const when = whenChunks(capture.span, capture.boots);
  const left = line(when.join(' · '));
  const right = line(counted.join(' '));
  const one = spread(left, right, width);
  if (one !== undefined) return [one];
  const asLines = (words: readonly string[], separator: string): Line[] =>
    flow(
      words.map((word) => line(cutEnd(word, width))),
      separator,
      width,
    );
  return [...asLines(when, ' · '), ...asLines(counted, ' ')];
}

/** The part that was asked for, and what of the capture's lists is not in it. */
function windowLines({ window, span: whole }: Drawn['capture'], width: number): Line[] {
  if (window === undefined) return [];
  const [from, to] = [clock(window.from), clock(window.to)];
  const days = [whole?.from ?? window.from, whole?.to ?? window.to].map((at) => clock(at).date);
  const day = days[0] === days[1] ? '' : `${from.date} `;
  const outside = Object.entries(window.outside).map(([kind, size]) =>
    count(size, kind.replace(/(?<=ss)es$|s$/, ''), kind),
  );
  const chunks = [
    line(span('shown: ', 'label'), `${day}${from.time} → ${to.time} (${duration(window.durationUs)})`),
    ...(outside.length === 0 ? [] : [line(span(`outside: ${outside.join(', ')}`, 'quiet'))]),
  ];
  return flow(chunks, ' · ', width);
}

function whenChunks(capture: Drawn['capture']['span'], boots: number): string[] {
  if (capture === undefined) return ['no times in this capture'];
  const from = clock(capture.from);
  const to = clock(capture.to);
  const sameDay = from.date === to.date;
  const start = `${from.date === '' ? '' : `${from.date} `}${from.time}`;
  const end = `${sameDay ? '' : `${to.date} `}${to.time}`;
  return [`${start} → ${end} ${to.zone}`.trimEnd(), duration(capture.durationUs), count(boots, 'boot')];
}

function trustLines(report: Drawn, options: ScreenOptions): Line[] {
  const { quality, problems } = report.capture;
  const label = line(span('Capture  ', 'label'));
  const room = options.width - widthOf(label);
  const green = quality.filter((check) => check.state === 'green');
  const odd = quality.filter((check) => check.state !== 'green');
  const unsaid = problems.filter(({ message }) => !odd.some((check) => check.message === message));
  const lights = green.map((check) => line(span(`${LIGHT.green.shape} `, 'good'), cutEnd(check.message, room - 2)));
  // Where the capture is the verdict, the command to retake it stands there.
  const commands = report.verdict.state !== 'capture-insufficient';
  const body = [
    ...flow(lights, '  ', room),
    ...odd.flatMap((check, index) => oddCheck(check, commands && lastOfRemedy(odd, index), room)),
    ...problemLines(unsaid, options.all ? unsaid.length : PROBLEMS_SHOWN, room),
  ];
  return body.length === 0 ? [] : hang(label, body);
}

function lastOfRemedy(checks: readonly QualityCheck[], index: number): boolean {
  return !checks.slice(index + 1).some((later) => later.remedy === checks[index]?.remedy);
}

function oddCheck(check: QualityCheck, withCommand: boolean, room: number): Line[] {
  const { shape, style } = LIGHT[check.state];
  const lines = hang(
    line(span(`${shape} `, style)),
    wrap(check.message, room - 2).map((text) => line(span(text, style === 'bad' ? 'strong' : 'plain'))),
  );
  if (!withCommand || check.remedy === undefined) return lines;
  return [...lines, ...wrapCommand(check.remedy, room - 2).map((text) => line('  ', span(text, 'command')))];
}

function problemLines(problems: readonly Problem[], shown: number, room: number): Line[] {
  const lines = problems.slice(0, shown).flatMap(({ count: times, message, example }) => {
    const place = example.line === undefined ? example.input : `${example.input} L${example.line}`;
    const fold = times > 1 && !message.includes(number(times)) ? ` ×${number(times)}` : '';
    const text = `${message.replace(/\.$/, '')}${fold} (${times > 1 ? 'first: ' : ''}${cutMiddle(place, 40)})`;
    return hang(
      line(span('· ', 'quiet')),
      wrap(text, room - 2).map((part) => line(span(part, 'quiet'))),
    );
  });
  const hidden = problems.length - shown;
  return hidden > 0
    ? [...lines, line(span(cutEnd(`and ${count(hidden, 'more kind')} of problem (--all)`, room), 'quiet'))]
    : lines;
}
