import { listDirectories } from '../directories.ts';
import { openReportOffice } from './office.ts';
import { passTime } from './tick.ts';

const EVERY_MS = 60_000;

async function passTimeEverywhere(): Promise<void> {
  for (const id of await listDirectories()) {
    const office = await openReportOffice(id);
    if (office) await passTime(office);
  }
}

/** Lets time pass for every directory's reports, now and each minute. A pass that fails is made up for by the next. */
export function keepTime(): void {
  let running = false;
  const pass = async () => {
    if (running) return;
    running = true;
    await passTimeEverywhere().catch((error: unknown) => console.error('Time could not pass for reports:', error));
    running = false;
  };
  void pass();
  setInterval(pass, EVERY_MS).unref();
}
