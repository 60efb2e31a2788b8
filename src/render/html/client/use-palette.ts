import { type ReadonlySignal, useComputed, useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { App } from './store.ts';
import { DARK, LIGHT, type Palette } from './theme.ts';

/** The colours of the theme that was chosen, or of the system's. */
export function usePalette({ theme }: App): ReadonlySignal<Palette> {
  const isSystemDark = useSignal(matchMedia('(prefers-color-scheme: dark)').matches);
  useEffect(() => {
    const query = matchMedia('(prefers-color-scheme: dark)');
    const change = (): void => {
      isSystemDark.value = query.matches;
    };
    query.addEventListener('change', change);
    return () => query.removeEventListener('change', change);
  }, []);
  return useComputed(() => (theme.value === 'dark' || (theme.value === 'auto' && isSystemDark.value) ? DARK : LIGHT));
}
