'use client';

import { useEffect, useRef, useState } from 'react';

/**
 * The boxes of a list that are ticked, for the buttons about them, which are there once one is (by style): how many, and
 * what each says of its row. Without script it counts none.
 *
 * @param settled anything that changes when the ticks have done their work
 */
export function useTicked(settled?: unknown) {
  const button = useRef<HTMLButtonElement>(null);
  const [states, setStates] = useState<readonly string[]>([]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the list is counted anew
  useEffect(() => {
    const list = button.current?.form;
    const count = () => {
      const boxes = list?.querySelectorAll<HTMLInputElement>('input[name=tick]:checked') ?? [];
      setStates([...boxes].map((box) => box.dataset.state ?? ''));
    };
    const countAfter = () => setTimeout(count); // a reset is told before it is done
    count();
    list?.addEventListener('change', count);
    list?.addEventListener('reset', countAfter);
    return () => {
      list?.removeEventListener('change', count);
      list?.removeEventListener('reset', countAfter);
    };
  }, [settled]);
  return { button, ticked: states.length, states };
}
