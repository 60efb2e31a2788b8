import type { AreaCoverage, CountedWording, Coverage } from '../../model/coverage.ts';
import { cutEnd, padStart } from './columns.ts';
import { type Line, line, paint, span } from './line.ts';
import { visible } from './visible.ts';
import { count, number } from './words.ts';

interface Options {
  readonly width: number;
  readonly colour: boolean;
  /** Names of the inputs. */
  readonly inputs: readonly string[];
}

const PERCENT_WIDTH = 7;
/** Below this share of its records an area needs work. */
const GOOD = 0.95;

/** One line on the whole, then each area with its share, its figures and the wordings that are missing. */
export function renderCoverage(coverage: Coverage, options: Options): string {
  const { records, recognised, unrecognised, foreign, areas, foreignWordings } = coverage;
  const known = recognised + unrecognised;
  const lines: Line[] = [
    line(
      span(`${percent(recognised, known)} understood`, 'strong'),
      `  ${number(recognised)} of ${count(known, 'record')} of processes that the catalog knows`,
    ),
    line(span(`${count(records, 'record')} in all, ${number(foreign)} of other processes`, 'quiet')),
    [],
    ...areas.flatMap((area) => areaLines(area, options)),
    ...(foreignWordings.length === 0
      ? []
      : [
          [],
          line(span('Other processes, most frequent', 'label')),
          ...foreignWordings.flatMap((each) => unknownLine(each, options, true)),
        ]),
  ];
  return paint(
    lines.map((each) => each),
    { colour: options.colour, width: options.width },
  );
}

function areaLines({ name, recognised, unrecognised, unknown }: AreaCoverage, options: Options): Line[] {
  const all = recognised + unrecognised;
  const share = padStart(percent(recognised, all), PERCENT_WIDTH);
  const figures = padStart(`${number(recognised)}/${number(all)}`, 15);
  return [
    line(span(share, recognised / all >= GOOD ? 'good' : 'warn'), span(` ${figures}  `, 'quiet'), visible(name)),
    ...unknown.flatMap((each) => unknownLine(each, options, false)),
  ];
}

function unknownLine({ wording, count: times, example }: CountedWording, options: Options, isForeign: boolean): Line[] {
  const input = options.inputs.length > 1 ? `${visible(options.inputs[example.input] ?? '')}:` : '';
  const label = `${' '.repeat(PERCENT_WIDTH + 1)}${padStart(`${number(times)} ×`, 9)} `;
  const place = `  ${input}L${example.line}`;
  const told = isForeign ? `${visible(example.process)}: ${visible(wording)}` : visible(wording);
  const room = Math.max(12, options.width - label.length - place.length);
  return [line(span(label, 'quiet'), cutEnd(told, room), span(place, 'quiet'))];
}

function percent(part: number, whole: number): string {
  return whole === 0 ? '–' : `${((part / whole) * 100).toFixed(1)} %`;
}
