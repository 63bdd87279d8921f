import { existsSync } from 'node:fs';
import { type BuildOptions, build, stop } from 'esbuild';
import { SHORTENED_NAMES } from './short-names.ts';

/** The scripts of reader pages, one file each, and the one that stands in for what a build has not. */
const SCRIPTS = ['lookup', 'page', 'report', 'stale', 'sw', 'tools'];
/** The oldest browsers they have to run in. */
const BROWSERS = ['chrome80', 'ios13.4'];

/** How a script of the phone is bundled. */
export const BUNDLING = {
  bundle: true,
  minify: true,
  format: 'iife',
  target: BROWSERS,
  // Both have destructuring and `?.`. What iOS 13 lacks is an error for a name used too early, which the type check
  // finds; what Chrome 80 gets wrong is `f?.(...list, last)` (v8:11558), which no script here calls.
  supported: { destructuring: true, 'optional-chain': true },
  mangleProps: SHORTENED_NAMES,
  tsconfigRaw: { compilerOptions: { useDefineForClassFields: false } },
  charset: 'utf8',
  legalComments: 'none',
} as const satisfies BuildOptions;

/** Whether every script that there is a source of was bundled: a copy of the tree has Next's build and not these. */
export const hasIsland = (): boolean =>
  SCRIPTS.every((name) => !existsSync(`lib/island/${name}.ts`) || existsSync(`public/${name}.js`));

/**
 * Bundles `lib/island/*.ts` into `public/*.js`.
 * @param buildId stands in the code where it says `__BUILD__`: the service worker names its cache by it
 */
export async function buildIsland(buildId: string): Promise<void> {
  const entryPoints = SCRIPTS.map((name) => `lib/island/${name}.ts`).filter((file) => existsSync(file));
  const define = { __BUILD__: JSON.stringify(buildId) };
  // Each by itself: short names are given by how often letters stand in all of a build, and lookup.js is full.
  const bundles = entryPoints.map((entry) =>
    build({ entryPoints: [entry], outdir: 'public', ...BUNDLING, logLevel: 'warning', define }),
  );
  await Promise.all(bundles);
  await stop(); // its service would outlive us, for process 1 to bury
}
