import type { DetectorMeta } from '../../model/finding.ts';
import { AUDIENCE } from '../terminal/finding-card.ts';
import { visibleDeep } from '../terminal/visible.ts';
import { list, SEVERITY } from '../terminal/words.ts';
import { code, inline, table } from './escape.ts';

/** Everything that is known of a detector as a page of Markdown: the same parts in the same order as `explain` shows. */
export function renderDetectorPage(detector: DetectorMeta): string {
  const meta = visibleDeep(detector);
  const { shape } = SEVERITY[meta.severity];
  const levels = meta.levels.length === 0 ? [] : [`Messages of level ${list(meta.levels.map(prose))}:`];
  const steps = meta.next.map((step) => `- **${AUDIENCE[step.for]}:** ${prose(step.text)}`).join('\n');
  const parts = [
    `# ${code(meta.id)}`,
    meta.title === '' ? '' : `**${prose(meta.title)}**`,
    `${shape} ${meta.severity}${meta.severityNote === '' ? '' : `: ${prose(meta.severityNote)}`}`,
    section('Why it matters', prose(meta.why)),
    section('How it is seen', bullets(meta.how)),
    section('What is not it', bullets(meta.notIt)),
    section('Blind spots', bullets(meta.blindSpots)),
    section(
      'What the capture must hold',
      [...levels, meta.needs.map((event) => `- ${code(event)}`).join('\n')].join('\n\n'),
    ),
    section('What to do', steps),
    section('References', bullets(meta.references)),
  ];
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}

/** A table of detectors, each with a link to its page beside it. */
export function renderDetectorIndex(detectors: readonly DetectorMeta[]): string {
  const rows = visibleDeep(detectors).map(({ id, severity, title, levels }) => [
    `[${code(id)}](${encodeURIComponent(id)}.md)`,
    `${SEVERITY[severity].shape} ${severity}`,
    prose(title),
    levels.map(prose).join(', '),
  ]);
  return `# Detectors\n\n${table(['detector', 'severity', 'says', 'needs messages of level'], rows)}\n`;
}

function section(heading: string, body: string): string {
  return body === '' ? '' : `## ${heading}\n\n${body}`;
}

function bullets(texts: readonly string[]): string {
  return texts.map((text) => `- ${prose(text)}`).join('\n');
}

/** What is written in single backticks is meant as code; everything else is no markup. */
function prose(text: string): string {
  return text
    .split(/(`[^`]+`)/)
    .map((part) => (/^`[^`]+`$/.test(part) ? code(part.slice(1, -1)) : inline(part)))
    .join('');
}
