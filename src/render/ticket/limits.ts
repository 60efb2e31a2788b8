import { uniteCommands } from '../../lib/record-command.ts';
import type { Report } from '../../model/report.ts';
import { cutMiddle } from '../terminal/columns.ts';
import { count, LIGHT, number } from '../terminal/words.ts';
import type { Block, Section, Span } from './document.ts';

const ROWS = 20;
const BLIND_ROWS = 8;
/** Source: ticket-report.md section 1. */
const SYSDIAGNOSE =
  'A sysdiagnose taken within minutes of the trouble (on a Mac Control-Option-Shift-Command-Period, or sudo sysdiagnose) holds all of it, where Apple’s logging profile “VPN (Network Extension)” was installed before.';
const TEXT = 400;

/** What was looked for and not there, what could not be seen, how good the capture is, and how a better one is made. */
export function limitSections(report: Report): Section[] {
  const { detectors, capture } = report;
  const clear = detectors.flatMap(({ id, status }) => (status === 'clear' ? [id] : []));
  const quality = capture.quality.map(({ state, message }): Span[] => [
    `${LIGHT[state].shape} ${cutMiddle(message, TEXT)}`,
  ]);
  const said = new Set(capture.quality.map(({ message }) => message));
  const odd = capture.problems
    .filter(({ message }) => !said.has(message))
    .map(({ message, count: times }): Span[] => [
      `${times > 1 ? `×${number(times)}: ` : ''}${cutMiddle(message, TEXT)}`,
    ]);
  return [
    {
      rank: 6,
      name: 'what was ruled out',
      blocks: section(
        'Ruled out',
        clear.length === 0
          ? []
          : [
              {
                kind: 'paragraph',
                spans: [`Looked for with all the lines it takes, and not there (${clear.length}): `, ...codes(clear)],
              },
            ],
      ),
    },
    { rank: 7, name: 'what could not be looked for', blocks: section('Could not look', blindBlocks(report)) },
    { rank: 4, name: 'the state of the capture', blocks: section('The capture', listed([...quality, ...odd])) },
    { rank: 5, name: 'how to record more', blocks: section('A better capture', remedyBlocks(report)) },
  ];
}

function section(text: string, blocks: readonly Block[]): Block[] {
  return blocks.length === 0 ? [] : [{ kind: 'heading', text }, ...blocks];
}

function listed(items: readonly (readonly Span[])[], most = ROWS): Block[] {
  if (items.length === 0) return [];
  const hidden = items.length - most;
  return [{ kind: 'list', items: [...items.slice(0, most), ...(hidden > 0 ? [[`and ${number(hidden)} more`]] : [])] }];
}

function codes(ids: readonly string[]): Span[] {
  return ids.flatMap((id, index): Span[] => (index === 0 ? [{ code: id }] : [', ', { code: id }]));
}

/** By what they lack, that which most of them lack first. */
function blindBlocks({ detectors }: Report): Block[] {
  const groups = new Map<string, string[]>();
  for (const outcome of detectors) {
    if (outcome.status !== 'not-observable') continue;
    const missing = outcome.missing.join(', ');
    groups.set(missing, [...(groups.get(missing) ?? []), outcome.id]);
  }
  const failed = detectors.flatMap((outcome): Span[][] =>
    outcome.status === 'failed' ? [[{ code: outcome.id }, ` failed: ${cutMiddle(outcome.error, TEXT)}`]] : [],
  );
  const blind = [...groups].toSorted(([, a], [, b]) => b.length - a.length);
  const all = [...failed, ...blind.map(([missing, ids]): Span[] => [`${cutMiddle(missing, TEXT)}: `, ...codes(ids)])];
  return listed(all, BLIND_ROWS);
}

function remedyBlocks({ capture, detectors }: Report): Block[] {
  const remedies = [
    ...capture.quality.flatMap(({ state, remedy }) => (state === 'green' || remedy === undefined ? [] : [remedy])),
    ...detectors.flatMap((each) =>
      each.status === 'not-observable' && each.remedy !== undefined ? [each.remedy] : [],
    ),
  ];
  const once = uniteCommands(remedies).slice(0, 3);
  if (once.length === 0) return [];
  const what = count(once.length, 'command');
  return [
    { kind: 'paragraph', spans: [`What is missing would be recorded by ${what}, run on the machine:`] },
    { kind: 'lines', lines: once },
    { kind: 'paragraph', spans: [SYSDIAGNOSE] },
  ];
}
