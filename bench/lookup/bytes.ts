import { brotliCompressSync, gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { BUNDLING } from '../../lib/build/island.ts';
import type { CityLookup } from '../../lib/server/city-lookup.ts';
import { formatTable } from '../tables.ts';

/** What the engine, Fuse, the tables with their rows, and the divisions weigh on the wire, as a table. */
export async function measureSize({ lookup, divisions }: CityLookup): Promise<string> {
  const sizes: [string, string | Uint8Array][] = [
    [
      'engine and Fuse',
      await bundle("import { buildLookup } from './lib/lookup/engine.ts'; globalThis.lookup = buildLookup;"),
    ],
    ['of that Fuse', await bundle("import Fuse from 'fuse.js/min-basic'; globalThis.fuse = Fuse;")],
    ['tables and rows', JSON.stringify(lookup)],
    ['divisions', JSON.stringify(divisions)],
  ];
  const rows = sizes.map(([name, text]) => [
    name,
    String(brotliCompressSync(text).length),
    String(gzipSync(text).length),
  ]);
  return formatTable(['', 'brotli', 'gzip'], rows);
}

async function bundle(contents: string): Promise<Uint8Array> {
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: '.', loader: 'ts' },
    ...BUNDLING,
    write: false,
  });
  return outputFiles[0]?.contents ?? new Uint8Array();
}
