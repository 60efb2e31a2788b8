import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { note } from './output.ts';

/** Hands a file to what opens files on this system; a failure is a remark, for the file is written. */
export async function openInBrowser(file: string): Promise<void> {
  const { spawn } = await import('node:child_process');
  const url = pathToFileURL(resolve(file)).href;
  const [command, args] =
    process.platform === 'darwin'
      ? ['open', [url]]
      : process.platform === 'win32'
        ? ['rundll32', ['url.dll,FileProtocolHandler', url]]
        : ['xdg-open', [url]];
  const child = spawn(command, args, { detached: true, stdio: 'ignore' });
  child.on('error', () => note(`could not start ${command}: open ${file} yourself`));
  child.unref();
}
