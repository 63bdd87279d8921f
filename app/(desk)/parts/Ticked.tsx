'use client';

import { useEffect, useRef, useState } from 'react';

/**
 * How many boxes of a list are ticked, for the button beneath it, which is there once one is (by style). Without script
 * it counts none.
 *
 * @param settled anything that changes when the ticks have done their work
 */
export function useTicked(settled?: unknown) {
  const button = useRef<HTMLButtonElement>(null);
  const [ticked, setTicked] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the list is counted anew
  useEffect(() => {
    const list = button.current?.form;
    const count = () => setTicked(list?.querySelectorAll('input[name=tick]:checked').length ?? 0);
    const countAfter = () => setTimeout(count); // a reset is told before it is done
    count();
    list?.addEventListener('change', count);
    list?.addEventListener('reset', countAfter);
    return () => {
      list?.removeEventListener('change', count);
      list?.removeEventListener('reset', countAfter);
    };
  }, [settled]);
  return { button, ticked };
}
