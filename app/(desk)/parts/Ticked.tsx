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
    count();
    list?.addEventListener('change', count);
    return () => list?.removeEventListener('change', count);
  }, [settled]);
  return { button, ticked };
}
