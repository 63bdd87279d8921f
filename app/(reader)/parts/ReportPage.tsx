import type { ComponentProps } from 'react';
import { Page } from './Page.tsx';
import { PageStyle } from './PageStyle.tsx';

/** A page about one person's report: not for search engines, with the styles of forms. */
export function ReportPage({ children, ...page }: Omit<ComponentProps<typeof Page>, 'noindex' | 'report'>) {
  return (
    <Page {...page} noindex report={false}>
      <PageStyle file="(reader)/parts/report.css" />
      <script src="/report.js" defer />
      {children}
    </Page>
  );
}
