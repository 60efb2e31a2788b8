import { keep } from '../../lib/keep.ts';
import { printed } from '../../lib/redacted.ts';
import type { Cite } from '../../model/entity.ts';
import type { Redacted } from '../../model/redacted.ts';
import type { LooseEvent } from '../../model/typed-event.ts';
import type { DetectorContext, DetectorHandlers, Messages } from '../define-detector.ts';

const CAP = 10_000;

/** `Calling start…` or `Calling stop…` inside a provider. */
export interface StartCall {
  readonly isStart: boolean;
  /** `tunnel`, `proxy` or `filter`. */
  readonly what: 'tunnel' | 'proxy' | 'filter';
  readonly bundle: string;
  readonly pid: number;
  readonly cite: Cite;
}

export interface StartCalls {
  readonly on: DetectorHandlers;
  all(): readonly StartCall[];
}

/** When the framework called which provider to start or stop. */
export function createStartCalls<M extends Messages>(context: DetectorContext<M>): StartCalls {
  const calls: StartCall[] = [];
  const call =
    (isStart: boolean, what: StartCall['what']) =>
    (event: LooseEvent & { readonly fields: { readonly bundle: string | Redacted } }): void => {
      if (calls.length >= CAP) return;
      const bundle = keep(printed(event.fields.bundle));
      calls.push({ isStart, what, bundle, pid: event.pid, cite: context.cite(event) });
    };
  return {
    all: () => calls,
    on: {
      'networkextension.provider/start-tunnel': call(true, 'tunnel'),
      'networkextension.provider/start-proxy': call(true, 'proxy'),
      'networkextension.provider/start-filter': call(true, 'filter'),
      'networkextension.provider/stop-tunnel': call(false, 'tunnel'),
      'networkextension.provider/stop-proxy': call(false, 'proxy'),
      'networkextension.provider/stop-filter': call(false, 'filter'),
    },
  };
}
