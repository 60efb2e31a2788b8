import { keep } from '../../lib/keep.ts';
import { printed } from '../../lib/redacted.ts';
import type { LooseEvent } from '../../model/typed-event.ts';
import { pushBounded } from '../bounded-list.ts';
import type { Tracker, TrackerContext } from '../define-tracker.ts';

const CAPS = { extensions: 256, history: 64 };

/**
 * Which state of a system extension may follow which; what is not listed may be reached from anywhere. Source: sysextd's
 * lines in published logs (changing state of extension …).
 */
const STEPS: Readonly<Record<string, readonly string[]>> = {
  uninstalled: ['validating', 'validating_by_category', 'activated_waiting_for_user', 'activated_enabling'],
  uninstalling: ['uninstalled'],
  terminating_for_uninstall: ['uninstalling', 'uninstalled', 'terminated_waiting_to_uninstall_on_reboot'],
};

/** System extensions and their states, as sysextd tells them. */
export const extensionTracker: Tracker = {
  id: 'extension',
  after: [],
  create(context) {
    return {
      on: {
        'system.sysextd/activation-requested': (event) => move(context, event, event.fields.bundle, 'requested'),
        'system.sysextd/enabling': (event) => move(context, event, event.fields.bundle, 'enabling'),
        'system.sysextd/state-changed': (event) =>
          move(context, event, event.fields.bundle, printed(event.fields.state)),
        'system.sysextd/validation-failed': (event) => move(context, event, event.fields.bundle, 'validation_failed'),
        'system.sysextd/terminating-old': (event) => move(context, event, event.fields.bundle, 'terminating_old'),
        'system.sysextd/uninstalling': (event) => move(context, event, event.fields.bundle, 'uninstalling'),
      },
    };
  },
};

function move(context: TrackerContext, event: LooseEvent, name: Parameters<typeof printed>[0], word: string): void {
  const { extensions } = context.store;
  const bundle = keep(printed(name));
  const state = keep(word);
  const extension = extensions.get(bundle) ?? { bundle, state: 'unknown', history: [] };
  if (!extensions.has(bundle)) {
    if (extensions.size >= CAPS.extensions) {
      context.store.count('extensions');
      return;
    }
    extensions.set(bundle, extension);
  }
  const { state: from } = extension;
  if (from === state) return;
  const cite = context.cite(event);
  if (STEPS[from]?.includes(state) === false)
    context.unexpect({ entity: 'extension', id: bundle, from, to: state, at: event.at, cite });
  extension.state = state;
  if (pushBounded(extension.history, { at: event.at, from, to: state, cite }, CAPS.history))
    context.store.count('extensionHistory');
}
