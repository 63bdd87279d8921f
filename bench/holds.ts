import { globSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Row } from './holding.ts';
import { formatTable } from './tables.ts';

/**
 * `npm run bench:holds [-- NAME …]`: what strangers, faults and several machines must not take away, one file a row under
 * `bench/holds/`; with names, those rows alone. Each starts its own server on the build that is there.
 */
const asked = process.argv.slice(2);
const all = globSync('*.ts', { cwd: join(import.meta.dirname, 'holds') }).sort();
const unknown = asked.filter((name) => !all.includes(`${name}.ts`));
if (unknown.length > 0) {
  console.error(
    `No such row: ${unknown.join(', ')}. There are: ${all.map((file) => basename(file, '.ts')).join(', ')}.`,
  );
  process.exit(2);
}
const rows: string[][] = [];
for (const file of all) {
  if (asked.length > 0 && !asked.includes(basename(file, '.ts'))) continue;
  const { row } = (await import(`./holds/${file}`)) as { row: Row };
  const { measured, holds } = await row.measure();
  console.log(`${holds ? 'holds' : 'FAILS'}: ${row.work}: ${measured}`);
  rows.push([row.work, row.goal, measured, holds ? '' : 'FAILS']);
  if (!holds) process.exitCode = 1;
}
console.log(`\n${formatTable(['Work', 'Goal', 'Measured', ''], rows)}`);
