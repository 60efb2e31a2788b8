import type { JSX } from 'preact';
import { LEVELS } from '../../../model/log-record.ts';
import { visible } from '../../terminal/visible.ts';
import { copyText } from './copy.ts';
import { Facts } from './facts.tsx';
import { fenced } from './markdown.ts';
import { type App, select } from './store.ts';
import { exactTime } from './ticks.ts';
import { useLater } from './use-later.ts';

export function LineDetails({ app, index }: { readonly app: App; readonly index: number }): JSX.Element {
  const { lines, tables, config } = app.page;
  const text = useLater(async () => ({ text: await app.texts.line(index) }), index);
  const source = tables.sources[lines.source[index] ?? 0];
  const place = lines.place[index] ?? 0;
  const flow = (lines.flow[index] ?? 0) - 1;
  const event = tables.eventNames[lines.event[index] ?? 0] ?? '';
  const at = exactTime(lines.at[index] ?? 0, app.clock);
  const process = source === undefined ? '' : `${visible(source.process)}${source.pid < 0 ? '' : `[${source.pid}]`}`;
  const shown = text === undefined ? '…' : (text.text ?? notEmbedded(app));
  return (
    <>
      <h2>Line {(index + 1).toLocaleString('en')}</h2>
      <pre class="message">{shown.split('\n').map(visible).join('\n')}</pre>
      <Facts
        facts={[
          ['Time', at],
          ['Process', process],
          ['Level', LEVELS[lines.level[index] ?? 0] ?? ''],
          ['Sender', source === undefined || source.sender === source.process ? '' : visible(source.sender)],
          [
            'Subsystem',
            visible([source?.subsystem ?? '', source?.category ?? ''].filter((part) => part !== '').join(':')),
          ],
          ['Message', event],
          ['Lane', visible(config.lanes[lines.lane[index] ?? 0]?.name ?? '')],
          ['From', visible(`${source?.input ?? ''}${place > 0 ? `:${place}` : ''}`)],
        ]}
      />
      {flow < 0 ? null : (
        <p>
          <button type="button" onClick={() => select(app, { kind: 'flow', index: flow }, true)}>
            Flow {flow + 1}
          </button>
        </p>
      )}
      <button
        type="button"
        onClick={() => copyText(app, fenced([`${at} ${process}: ${visible(shown)}`]).join('\n'), 'Copied as Markdown')}
      >
        Copy as Markdown
      </button>
    </>
  );
}

export function notEmbedded({ page }: App): string {
  return page.config.embedding === 'none'
    ? 'The text of the lines is not in this file (--embed none).'
    : 'The text of this line is not in this file (--embed evidence).';
}
