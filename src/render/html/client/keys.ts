import { fitView, panBy, stepFinding, stepLane, stepLine, zoomBy, zoomToSelection } from './moves.ts';
import { type App, select } from './store.ts';

/** Keys that work everywhere but in a field, with what they do. Those of one letter can be switched off. */
export const KEYS: readonly (readonly [keys: string, does: string])[] = [
  ['← → or A D', 'earlier, later'],
  ['+ − or W S', 'zoom in, out'],
  ['0', 'the whole capture'],
  ['↑ ↓', 'lane above, below'],
  ['[ ]', 'previous, next line of the lane'],
  ['N P', 'next, previous finding'],
  ['Enter', 'zoom to what is selected'],
  ['/', 'search'],
  ['1 2 3', 'timeline, flows, lines'],
  ['Esc', 'clear the selection'],
  ['?', 'this help'],
];

type Action = (app: App) => void;

const ANYWHERE: Readonly<Record<string, Action>> = {
  Escape: (app) => {
    if (app.help.value) app.help.value = false;
    else select(app, undefined);
  },
};

const LETTERS: Readonly<Record<string, Action>> = {
  a: (app) => panBy(app, -0.2),
  d: (app) => panBy(app, 0.2),
  w: (app) => zoomBy(app, 0.6),
  s: (app) => zoomBy(app, 1 / 0.6),
  n: (app) => stepFinding(app, 1),
  p: (app) => stepFinding(app, -1),
  '+': (app) => zoomBy(app, 0.6),
  '=': (app) => zoomBy(app, 0.6),
  '-': (app) => zoomBy(app, 1 / 0.6),
  '0': fitView,
  '[': (app) => stepLine(app, -1),
  ']': (app) => stepLine(app, 1),
  '1': (app) => {
    app.tab.value = 'timeline';
  },
  '2': (app) => {
    app.tab.value = 'flows';
  },
  '3': (app) => {
    app.tab.value = 'lines';
  },
  '/': () => document.getElementById('search')?.focus(),
  '?': (app) => {
    app.help.value = true;
  },
};

/** Only while the timeline has the focus: elsewhere these keys scroll and choose. */
const ON_CANVAS: Readonly<Record<string, Action>> = {
  ArrowLeft: (app) => panBy(app, -0.2),
  ArrowRight: (app) => panBy(app, 0.2),
  ArrowUp: (app) => stepLane(app, -1),
  ArrowDown: (app) => stepLane(app, 1),
  Enter: zoomToSelection,
};

/** Listens on the document; answers how to stop. */
export function listenToKeys(app: App): () => void {
  const listen = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    const target = event.target instanceof Element ? event.target : undefined;
    const isField = target?.closest('input, select, textarea') != null;
    if (isField && event.key === 'Escape') (target as HTMLElement).blur();
    const action =
      (isField ? undefined : ANYWHERE[event.key]) ??
      (target?.tagName === 'CANVAS' ? ON_CANVAS[event.key] : undefined) ??
      (isField || !app.letters.value || app.help.value ? undefined : LETTERS[event.key.toLowerCase()]);
    if (action === undefined) return;
    event.preventDefault();
    action(app);
  };
  document.addEventListener('keydown', listen);
  return () => document.removeEventListener('keydown', listen);
}
