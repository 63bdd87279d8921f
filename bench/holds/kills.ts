import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

const KILLS = 50;

/** `npm run bench:crash` as it stands, on both engines. */
async function measure(): Promise<{ measured: string; holds: boolean }> {
  const crash = spawn(process.execPath, [join(import.meta.dirname, '../crash.ts'), '--kills', String(KILLS)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let said = '';
  crash.stdout.setEncoding('utf8').on('data', (text: string) => {
    said += text;
  });
  const [status] = await once(crash, 'close');
  const lines = said.split('\n').filter((line) => /killed \d+ times/.test(line));
  return { measured: lines.join('; '), holds: status === 0 && lines.length === 2 };
}

export const row = {
  work: `${KILLS} SIGKILLs while reports come in, SQLite and PostgreSQL`,
  goal: '0 lost, 0 double, each history whole',
  measure,
};
