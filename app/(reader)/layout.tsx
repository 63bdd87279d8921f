import type { Viewport } from 'next';
import type { ReactNode } from 'react';
import { isDemonstration } from '#lib/server/demonstration.ts';
import { inlineStyle } from '#lib/server/style.ts';
import { DemonstrationNotice } from './parts/DemonstrationNotice.tsx';
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
  const size = await chosenTextSize(); // first: where there is no request, as in a build, no store is asked
  const isMarked = await isDemonstration();
  return (
    <Document size={size}>
      {isMarked && (
        // biome-ignore lint/security/noDangerouslySetInnerHtml: our own style sheet, no foreign text
        <style dangerouslySetInnerHTML={{ __html: inlineStyle('(reader)/parts/demonstration.css') }} />
      )}
      {isMarked && <DemonstrationNotice />}
      {children}
    </Document>
  );
}
