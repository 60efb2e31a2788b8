import type { App } from './store.ts';

/** Puts text on the clipboard and says so; where the browser refuses, says that instead. */
export function copyText(app: App, text: string, done: string): void {
  const refused = (): void => {
    app.said.value = 'The browser does not let this page copy';
  };
  // Absent where the page is not in a secure context.
  const clipboard: Clipboard | undefined = navigator.clipboard;
  if (clipboard === undefined) {
    refused();
    return;
  }
  clipboard.writeText(text).then(() => {
    app.said.value = done;
  }, refused);
}
