import type { Viewport } from 'next';
import type { ReactNode } from 'react';
import { Document } from './parts/Document.tsx';
import { chosenTextSize } from './parts/text-size.ts';

export const viewport: Viewport = {
  width: 'device-width',
  initialScale: 1,
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#fbf8f1' },
    { media: '(prefers-color-scheme: dark)', color: '#171510' },
  ],
};

export default async function ReaderLayout({ children }: { children: ReactNode }) {
  return <Document size={await chosenTextSize()}>{children}</Document>;
}
