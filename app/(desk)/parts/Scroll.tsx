'use client';

import { type ReactNode, useEffect, useRef } from 'react';

interface ScrollProps {
  label: string;
  /** A selector of what should be in sight at first, where the table is wider than the page. */
  to?: string;
  children: ReactNode;
}

/** A table that may be wider than a phone scrolls in a box of its own, which the keyboard reaches too. */
export function Scroll({ label, to, children }: ScrollProps) {
  const box = useRef<HTMLElement>(null);
  useEffect(() => {
    const target = to === undefined ? null : box.current?.querySelector(to);
    if (!box.current || !target) return;
    const beyond = target.getBoundingClientRect().right - box.current.getBoundingClientRect().right;
    if (beyond > 0) box.current.scrollLeft += beyond;
  }, [to]);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable (WCAG 2.1.1)
    <section className="scroll" ref={box} aria-label={label} tabIndex={0}>
      {children}
    </section>
  );
}
