import { useEffect, useState } from 'preact/hooks';

/** What a promise yields; undefined until then. Asked anew when `key` changes. */
export function useLater<T>(ask: () => Promise<T>, key: unknown): T | undefined {
  const [value, setValue] = useState<T | undefined>(undefined);
  useEffect(() => {
    let isWanted = true;
    ask().then(
      (answer) => {
        if (isWanted) setValue(() => answer);
      },
      () => undefined,
    );
    return () => {
      isWanted = false;
    };
  }, [key]);
  return value;
}
