import type { ReactNode } from 'react';
import { RESERVE_SCRIPT } from '#lib/server/reserve-script.ts';
import { inlineStyle } from '#lib/server/style.ts';
import type { TextSize } from '#lib/shown/text-size.ts';

/** The html shell of every reader page. Its one style sheet stands in the page; scripts are deferred extras. */
export function Document({ size, children }: { size: TextSize; children: ReactNode }) {
  return (
    <html lang="zh-CN" data-size={size}>
      <head>
        <meta name="format-detection" content="telephone=no" />
        <link rel="icon" href="/icon.svg" type="image/svg+xml" />
        <link rel="apple-touch-icon" href="/apple-touch-icon.png" />
        {/* biome-ignore lint/security/noDangerouslySetInnerHtml: our own style sheet, no foreign text */}
        <style dangerouslySetInnerHTML={{ __html: inlineStyle('(reader)/parts/reader.css') }} />
        {/* biome-ignore lint/security/noDangerouslySetInnerHtml: our own script, no foreign text */}
        <script dangerouslySetInnerHTML={{ __html: RESERVE_SCRIPT }} />
        <script src="/page.js" defer />
      </head>
      <body>{children}</body>
    </html>
  );
}
