import { writeFileSync } from 'node:fs';
import { fetchPublishedDivisions, readRows } from '../lib/build/published-divisions.ts';

/**
 * `node tools/make-divisions.ts`: makes data/divisions/china.tsv anew: every province, prefecture, county and street of
 * the country, by which a city that is made at the desk chooses its own. Communities are left out: there are 620,000.
 */
const TARGET = new URL('../data/divisions/china.tsv', import.meta.url);

const { folder, name } = fetchPublishedDivisions();
const streetsOf = Map.groupBy(readRows(folder, 'streets'), ({ code }) => code.slice(0, 6));
const countiesOf = Map.groupBy(readRows(folder, 'areas'), ({ code }) => code.slice(0, 4));
const prefecturesOf = Map.groupBy(readRows(folder, 'cities'), ({ code }) => code.slice(0, 2));

const lines: string[] = [];
for (const province of readRows(folder, 'provinces')) {
  lines.push(`${province.code}\t${province.name}`);
  for (const prefecture of prefecturesOf.get(province.code) ?? []) {
    lines.push(`${prefecture.code}\t${prefecture.name}`);
    for (const { code, name } of countiesOf.get(prefecture.code) ?? []) {
      const streets = (streetsOf.get(code) ?? []).map((street) => street.code.slice(6) + street.name);
      lines.push([code, name, streets.join(',')].join('\t'));
    }
  }
}
const head = [
  `# Administrative divisions of China as published by the National Bureau of Statistics, edition 2023 (cut-off 2023-06-30),`,
  `# made by tools/make-divisions.ts of npm ${name} (package.json says MIT, its LICENSE file says WTFPL).`,
  '# Each line: code, name; a county then its streets, each the last three digits of its code and its name.',
];
writeFileSync(TARGET, `${[...head, ...lines].join('\n')}\n`);
process.stdout.write(`${lines.length} lines\n`);
