import type { EvidenceReport, FindingReport, Report } from '../../../model/report.ts';
import { timeOfDay } from '../../terminal/clock.ts';
import { duration, knownText, SEVERITY } from '../../terminal/words.ts';
import { html, shortHtml } from '../escape.ts';

const MOST = { findings: 20, evidence: 12, characters: 400 };

/** One section per finding, worst first, then one line that counts the rest. */
export function findingSections({ findings }: Report): string[] {
  if (findings.length === 0) return ['<h2>Findings</h2><p>None.</p>'];
  const numbered = findings.map((finding, index) => ({ finding, index }));
  const fresh = numbered.filter(({ finding }) => finding.baselined === undefined);
  const shown = fresh.slice(0, MOST.findings).map(({ finding, index }) => section(finding, index));
  const [first = '<p>None that the baseline does not know.</p>', ...others] = shown;
  return [
    `<h2>Findings</h2>\n${first}`,
    ...others,
    ...further('Further findings', fresh.slice(MOST.findings)),
    ...further(
      'Known to the baseline',
      numbered.filter(({ finding }) => finding.baselined !== undefined),
    ),
  ];
}

function further(
  title: string,
  rest: readonly { readonly finding: FindingReport; readonly index: number }[],
): readonly string[] {
  if (rest.length === 0) return [];
  const items = rest.slice(0, 100).map(({ finding, index }) => {
    const known = finding.baselined === undefined ? '' : ` (${shortHtml(knownText(finding.baselined), 400)})`;
    return `<li value="${index + 1}">${shortHtml(finding.title, 200)}${known}</li>`;
  });
  return [`<h3>${title}</h3><ol>${items.join('')}</ol>`];
}

function section(finding: FindingReport, index: number): string {
  const { severity, confidence, title, message, detector, span, count, reasons, evidence, next, subjects } = finding;
  const { shape, word } = SEVERITY[severity];
  const when =
    span === undefined
      ? ''
      : ` · ${html(span.from)}${span.durationUs === 0 ? '' : ` for ${duration(span.durationUs)}`}`;
  const parties = subjects.slice(0, 8).map(({ kind, bundle, name, pid }) => {
    const called = bundle ?? name ?? '';
    return html([kind, called, pid === undefined ? '' : `[${pid}]`].filter((part) => part !== '').join(' '));
  });
  const left = evidence.length - MOST.evidence;
  return [
    `<article><h3>${index + 1}. ${shape} ${html(title)}</h3>`,
    `<p>${word.toLowerCase()} · ${confidence} confidence · ${count}×${when} · ${html(detector)}</p>`,
    `<p>${shortHtml(message, 1000)}</p>`,
    parties.length === 0 ? '' : `<p>Who: ${parties.join(', ')}</p>`,
    list('Why we think so', reasons),
    `<pre>${evidence.slice(0, MOST.evidence).map(evidenceLine).join('\n')}${left > 0 ? `\n… ${left} lines more` : ''}</pre>`,
    list(
      'What to do next',
      next.map((step) => `${step.for}: ${step.text}`),
    ),
    '</article>',
  ]
    .filter((part) => part !== '')
    .join('\n');
}

function list(title: string, items: readonly string[]): string {
  if (items.length === 0) return '';
  return `<p>${title}:</p><ul>${items.map((item) => `<li>${shortHtml(item, 600)}</li>`).join('')}</ul>`;
}

function evidenceLine({ at, process, pid, text, decisive, input, line, times }: EvidenceReport): string {
  const who = `${process}${pid === undefined ? '' : `[${pid}]`}`;
  const place = line === undefined ? input : `${input}:${line}`;
  const often = times === undefined ? '' : ` (${times}×)`;
  const head = `${decisive ? '▶' : ' '} ${at === undefined ? '' : timeOfDay(at)} ${who}: `;
  return `${html(head)}${shortHtml(text, MOST.characters)}${often}   ${shortHtml(place, 120)}`;
}
