import type { Staff } from '../session.ts';
import { getStore } from '../store.ts';

/** Logs that somebody takes a list of their city along, before it leaves: who, when and which file. */
export async function logExport({ username, directory }: Staff, what: string): Promise<void> {
  const { exports } = await getStore();
  await exports.add({ directory, what, by: username, at: new Date().toISOString() });
}
