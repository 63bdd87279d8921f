import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build, stop } from 'esbuild';
import { afterAll, expect, it } from 'vitest';

/** The desk's own script above the framework's, all its pages together, as it is sent. */
const MOST = 40 * 1024;
const FOLDER = import.meta.dirname;

afterAll(stop);

it('is at most 40 KB, and brings nothing along that checks what a store holds', async () => {
  const clients = globSync('**/*.tsx', { cwd: FOLDER }).filter((path) =>
    readFileSync(join(FOLDER, path), 'utf8').startsWith("'use client'"),
  );
  expect(clients.length).toBeGreaterThan(30);
  const { outputFiles, metafile } = await build({
    stdin: { contents: clients.map((path) => `import './${path}';`).join('\n'), resolveDir: FOLDER },
    ...{ bundle: true, minify: true, format: 'esm', jsx: 'automatic', write: false, metafile: true, outdir: '.' },
    external: ['react', 'react/*', 'react-dom', 'next/*'],
  });
  expect(Object.keys(metafile.inputs).filter((path) => path.includes('node_modules/'))).toEqual([]);
  const [script] = outputFiles;
  expect(gzipSync(script?.contents ?? '').length).toBeLessThanOrEqual(MOST);
});
