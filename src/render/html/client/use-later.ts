import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';

/** What a promise yields; undefined until then. Asked anew when `key` changes. */
export function useLater<T>(ask: () => Promise<T>, key: unknown): T | undefined {
  const value = useSignal<T | undefined>(undefined);
  useEffect(() => {
    let isWanted = true;
    ask().then(
      (answer) => {
        if (isWanted) value.value = answer;
      },
      () => undefined,
    );
    return () => {
      isWanted = false;
    };
  }, [key]);
  return value.value;
}
