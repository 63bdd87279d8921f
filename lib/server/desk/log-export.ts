import { noteExport } from '../audit.ts';
import type { Staff } from '../session.ts';
import { getStore } from '../store.ts';

/** Logs that somebody takes a list of their city along, before it leaves: who, when and which file. */
export async function logExport(staff: Staff, what: string): Promise<void> {
  await noteExport(await getStore(), staff, what, new Date());
}
