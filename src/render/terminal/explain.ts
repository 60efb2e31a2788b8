import { type DetectorMeta, GENERAL_LOWERINGS } from '../../model/finding.ts';
import { wrap } from './columns.ts';
import { AUDIENCE } from './finding-card.ts';
import { hang, type Line, line, paint, type Style, span } from './line.ts';
import { visibleDeep } from './visible.ts';
import { list, SEVERITY } from './words.ts';

/** Prose is read best at this width or below. */
const WIDEST = 100;
const NARROWEST = 20;

/** Everything that is known of a detector: what it surfaces, how, when it is wrong, what it needs, what to do. */
export function renderExplanation(
  detector: DetectorMeta,
  options: { readonly width: number; readonly colour: boolean },
): string {
  const meta = visibleDeep(detector);
  const width = Math.max(NARROWEST, Math.min(WIDEST, options.width));
  const { shape, style } = SEVERITY[meta.severity];
  const sections: readonly (readonly Line[])[] = [
    [...prose(meta.title, width, 'strong'), line(span(meta.id, 'quiet'))],
    hang(
      line(span(`${shape} ${meta.severity.toUpperCase()}  `, style)),
      prose(meta.severityNote, width - meta.severity.length - 4),
    ),
    section('Why it matters', prose(meta.why, width - 2)),
    section('How it is seen', bullets(meta.how, width - 2)),
    section('How sure it is', confidence(meta, width - 2)),
    section('What is not it', bullets(meta.notIt, width - 2)),
    section('Blind spots', bullets(meta.blindSpots, width - 2)),
    section('What the capture must hold', needs(meta, width - 2)),
    section(
      'What to do',
      meta.next.flatMap((step) =>
        hang(line(span(`${AUDIENCE[step.for]}: `, 'note')), prose(step.text, width - AUDIENCE[step.for].length - 4)),
      ),
    ),
    section('References', bullets(meta.references, width - 2)),
  ].filter((lines) => lines.length > 0);
  return paint(
    sections.flatMap((lines, index) => (index === 0 ? lines : [[], ...lines])),
    { colour: options.colour, width },
  );
}

function section(heading: string, body: readonly Line[]): Line[] {
  if (body.length === 0) return [];
  return [line(span(heading, 'label')), ...body.map((content) => [span('  '), ...content])];
}

function prose(text: string, width: number, style: Style = 'plain'): Line[] {
  return text === '' ? [] : wrap(text, width).map((part) => line(span(part, style)));
}

function bullets(texts: readonly string[], width: number): Line[] {
  return texts.flatMap((text) => hang(line(span('· ', 'quiet')), prose(text, width - 2)));
}

function confidence({ confidence: method }: DetectorMeta, width: number): Line[] {
  if (method === undefined) return [];
  const { start, because, raises, lowers } = method;
  return bullets(
    [
      `starts ${start}: ${because}`,
      ...raises.map(({ to, says }) => `raised to ${to}: ${says}`),
      ...lowers.map(({ to, says }) => `lowered to ${to}: ${says}`),
      ...Object.values(GENERAL_LOWERINGS).map((says) => `one grade down: ${says}`),
    ],
    width,
  );
}

function needs({ levels, needs: messages }: DetectorMeta, width: number): Line[] {
  const levelLine = levels.length === 0 ? [] : prose(`Messages of level ${list(levels)}:`, width);
  return [...levelLine, ...bullets(messages, width)];
}
