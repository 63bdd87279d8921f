import { expect, test } from 'vitest';
import { publishedDirectorySchema } from '../directory/records.ts';
import { findDirectory } from './directories.ts';
import { listFolders } from './edition-files.ts';

test('every directory listed is found, whole and with a version', async () => {
  const ids = listFolders();
  expect(ids).toContain('dalian');
  for (const id of ids) {
    const directory = await findDirectory(id);
    expect(publishedDirectorySchema.parse(directory)).toEqual(directory);
    expect(directory?.version).toMatch(/^[0-9a-f]{12}(?:-\d+){3}$/);
  }
});

test.each(['nowhere', '', '..', '../dalian', 'dalian/', '__proto__', 'han'])('%j is no directory', async (id) => {
  expect(await findDirectory(id)).toBeNull();
});
