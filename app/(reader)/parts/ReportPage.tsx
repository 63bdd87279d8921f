import type { ComponentProps } from 'react';
import { inlineStyle } from '#lib/server/style.ts';
import { Page } from './Page.tsx';

/** A page about one person's report: not for search engines, with the styles of forms. */
export function ReportPage({ children, ...page }: Omit<ComponentProps<typeof Page>, 'noindex' | 'report'>) {
  return (
    <Page {...page} noindex report={false}>
      {/* biome-ignore lint/security/noDangerouslySetInnerHtml: our own style sheet, no foreign text */}
      <style dangerouslySetInnerHTML={{ __html: inlineStyle('(reader)/parts/report.css') }} />
      <script src="/report.js" defer />
      {children}
    </Page>
  );
}
