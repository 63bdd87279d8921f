import type { MetadataRoute } from 'next';
import { paths } from '#lib/paths.ts';
import { words } from '#lib/wording/reader.ts';

const PAPER = '#fbf8f1';

/** What a phone needs to put the directory on its home screen. */
export default function manifest(): MetadataRoute.Manifest {
  return {
    name: words.cities.title,
    short_name: words.brand,
    lang: 'zh-CN',
    start_url: paths.home,
    scope: paths.home,
    display: 'standalone',
    background_color: PAPER,
    theme_color: PAPER,
    icons: [
      { src: '/icon.svg', sizes: 'any', type: 'image/svg+xml' },
      { src: '/icon-192.png', sizes: '192x192', type: 'image/png' },
      { src: '/icon-512.png', sizes: '512x512', type: 'image/png' },
      { src: '/icon-maskable-512.png', sizes: '512x512', type: 'image/png', purpose: 'maskable' },
    ],
  };
}
