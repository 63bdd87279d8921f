import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { EXAMPLE_FOLDER } from '../../test/example-city.ts';
import { makePlaceOf } from '../../test/place-of.ts';
import { checkFolders } from './check-folders.ts';

const place = makePlaceOf([EXAMPLE_FOLDER]);
const data = join(place, 'data');
afterAll(() => rmSync(place, { recursive: true, force: true }));

it('says everything that the folders of cities lack, and nothing of other folders', () => {
  expect(() => checkFolders(data)).not.toThrow();
  expect(() => checkFolders()).not.toThrow();
  mkdirSync(join(data, 'half'));
  writeFileSync(join(data, 'half', 'edition.tsv'), '示例');
  rmSync(join(data, 'shili', 'directory.json'));
  expect(() => checkFolders(data)).toThrow(
    /half has edition\.tsv and no edition\.json.*\n.*directory\.json is missing/,
  );
  writeFileSync(join(data, 'shili', 'edition.tsv'), '示例');
  expect(() => checkFolders(data)).toThrow(/shili.edition\.tsv has sha256/);
  rmSync(join(data, 'shili', 'service.json'));
  expect(() => checkFolders(data)).toThrow(/service\.json is missing/);
});
