import type { Metadata, Viewport } from 'next';
import { headers } from 'next/headers';
import type { ReactNode } from 'react';
import { isDemonstration } from '#lib/server/demonstration.ts';
import { takeOutcomes } from '#lib/server/desk/kept-outcome.ts';
import { deskWords } from '#lib/wording/desk.ts';
import { DemonstrationNotice } from '../(reader)/parts/DemonstrationNotice.tsx';
import { Bar } from './parts/Bar.tsx';
import { Keys } from './parts/Keys.tsx';
import { Outcomes } from './parts/Outcomes.tsx';
import './desk.css';

export const metadata: Metadata = { title: deskWords.title(deskWords.desk), robots: { index: false, follow: false } };
export const viewport: Viewport = { width: 'device-width', initialScale: 1 };

export default async function DeskLayout({ children }: { children: ReactNode }) {
  const asked = await headers(); // first: where there is no request, as in a build, no store is asked
  return (
    <html lang="zh-CN">
      <head>
        <meta name="format-detection" content="telephone=no" />
      </head>
      <body>
        {(await isDemonstration()) && <DemonstrationNotice />}
        <Bar />
        <Outcomes kept={await takeOutcomes(asked)}>
          <main>{children}</main>
        </Outcomes>
        <Keys />
      </body>
    </html>
  );
}
