import { globSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Row } from './holding.ts';
import { formatTable } from './tables.ts';

/** Measures the rows of a folder, one file each, or those that the command names. The status is 1 where one fails. */
export async function measureRows(folder: string): Promise<void> {
  const asked = process.argv.slice(2);
  const all = globSync('*.ts', { cwd: join(import.meta.dirname, folder) }).sort();
  const unknown = asked.filter((name) => !all.includes(`${name}.ts`));
  if (unknown.length > 0) {
    const names = all.map((file) => basename(file, '.ts')).join(', ');
    console.error(`No such row: ${unknown.join(', ')}. There are: ${names}.`);
    process.exit(2);
  }
  const rows: string[][] = [];
  for (const file of all) {
    if (asked.length > 0 && !asked.includes(basename(file, '.ts'))) continue;
    const { row } = (await import(`./${folder}/${file}`)) as { row: Row };
    const { measured, holds } = await row.measure();
    console.log(`${holds ? 'holds' : 'FAILS'}: ${row.work}: ${measured}`);
    rows.push([row.work, row.goal, measured, holds ? '' : 'FAILS']);
    if (!holds) process.exitCode = 1;
  }
  console.log(`\n${formatTable(['Work', 'Goal', 'Measured', ''], rows)}`);
}
