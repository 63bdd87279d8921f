import { findDirectory } from './directories.ts';
import { listDirectories } from './directory-sources.ts';
import type { AssignedStation } from './staff.ts';
import { getStore } from './store.ts';

/** A station that was named and is in no directory, or could be in several. */
export class UnknownStation extends Error {
  readonly typed: string;
  constructor(typed: string, directories: readonly string[]) {
    super(
      `--station ${typed}: there is no such station. Give its ID, or DIRECTORY/ID where there are several (${directories.join(', ')}).`,
    );
    this.typed = typed;
  }
}

/**
 * Reads stations as people name them: `DIRECTORY/ID`, or `ID` in the directory `here`; a name does for an id.
 *
 * @param here null where it must be said
 * @throws UnknownStation
 */
export async function readAssigned(names: readonly string[], here: string | null): Promise<AssignedStation[]> {
  const directories = await listDirectories(await getStore());
  const read = async (name: string): Promise<AssignedStation> => {
    const [first = '', second] = name.split('/', 2);
    const [id, station] = second === undefined ? [here, first] : [first, second];
    const directory = id === null ? null : await findDirectory(id);
    const found = directory?.stations.find((one) => one.id === station || one.name.value === station);
    if (!directory || !found) throw new UnknownStation(name, directories);
    return { directory: directory.id, station: found.id };
  };
  return Promise.all(names.map(read));
}
