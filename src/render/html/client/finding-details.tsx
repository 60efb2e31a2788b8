import type { JSX } from 'preact';
import type { EvidenceReport } from '../../../model/report.ts';
import { timeOfDay } from '../../terminal/clock.ts';
import { visible } from '../../terminal/visible.ts';
import { knownText, SEVERITY } from '../../terminal/words.ts';
import { copyText } from './copy.ts';
import { Facts, words } from './facts.tsx';
import { findingMarkdown } from './markdown.ts';
import { type App, select } from './store.ts';
import { exactTime, span } from './ticks.ts';

export function FindingDetails({ app, index }: { readonly app: App; readonly index: number }): JSX.Element | null {
  const { config } = app.page;
  const finding = config.report.findings[index];
  if (finding === undefined) return null;
  const place = config.places[index];
  const { severity, confidence, title, message, count, reasons, subjects, evidence, next, detector, baselined } =
    finding;
  const when = place?.span;
  return (
    <>
      <h2>
        <span class={`shape ${severity}`} aria-hidden="true">
          {SEVERITY[severity].shape}
        </span>{' '}
        {visible(title)}
      </h2>
      <p>{visible(message)}</p>
      <Facts
        facts={[
          ['Severity', severity],
          ['Confidence', confidence],
          ['From', when === undefined ? '' : exactTime(when.from, app.clock)],
          ['For', when === undefined ? '' : span(when.to - when.from)],
          ['Count', String(count)],
          ['Who', subjects.map((subject) => words(Object.values(subject).join(' '))).join('; ')],
          ['Detector', detector],
          ['Known', baselined === undefined ? '' : visible(knownText(baselined))],
        ]}
      />
      <h3>Why we think so</h3>
      <ul>
        {reasons.map((reason) => (
          <li key={reason}>{visible(reason)}</li>
        ))}
      </ul>
      <h3>Evidence</h3>
      <ol class="lines">
        {evidence.map((piece, i) => (
          <Evidence app={app} piece={piece} line={place?.evidence[i] ?? -1} key={i} />
        ))}
      </ol>
      <h3>What to do next</h3>
      <ul>
        {next.map((step) => (
          <li key={step.text}>
            <em>{step.for}</em>: {visible(step.text)}
          </li>
        ))}
      </ul>
      <button type="button" onClick={() => copyText(app, findingMarkdown(finding), 'Copied as Markdown')}>
        Copy as Markdown
      </button>
    </>
  );
}

interface EvidenceProps {
  readonly app: App;
  readonly piece: EvidenceReport;
  /** Its place among the lines; -1 where it is not there. */
  readonly line: number;
}

function Evidence({ app, piece, line }: EvidenceProps): JSX.Element {
  const { at, process, pid, text, decisive, times, input } = piece;
  const head = `${at === undefined ? '' : timeOfDay(at)} ${visible(process)}${pid === undefined ? '' : `[${pid}]`}`;
  const where = `${visible(input)}${piece.line === undefined ? '' : `:${piece.line}`}`;
  return (
    <li class={decisive ? 'decisive' : ''}>
      {line < 0 ? (
        <span>{head}</span>
      ) : (
        <button type="button" class="link" onClick={() => select(app, { kind: 'line', index: line }, true)}>
          {head}
        </button>
      )}
      {decisive ? <b> decisive</b> : null}
      {times === undefined ? null : ` ${times}×`}
      <pre>{visible(text)}</pre>
      <small>{where}</small>
    </li>
  );
}
