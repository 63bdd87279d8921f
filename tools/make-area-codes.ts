import { readFileSync, writeFileSync } from 'node:fs';
import { parsePhoneNumberFromString } from 'libphonenumber-js/max';
import { MAINLAND } from '../lib/text/numbering-plan.ts';

/**
 * `node tools/make-area-codes.ts`: makes data/numbering/CN.json anew: how many digits local numbers have behind each area
 * code, as the metadata of libphonenumber-js has it. Where that accepts two lengths, since it keeps those of before a
 * city's numbers grew, the one in force is named here.
 */
const TARGET = new URL('../data/numbering/CN.json', import.meta.url);
/** Shantou has eight digits since 2005, Guizhou's joined 0851 since 2014; Yanbian and Tonghua stayed at seven. */
const IN_FORCE: Readonly<Record<string, number>> = { '0754': 8, '0851': 8, '0433': 7, '0435': 7 };
/** Services of the whole country begin so; no area does. */
const SERVICES = /^0(?:400|800|950)$/;
const LENGTHS = [5, 6, 7, 8, 9];

const isValid = (digits: string) => {
  const number = parsePhoneNumberFromString(digits, { defaultCountry: 'CN', extract: false });
  return number?.country === 'CN' && number.getType() !== undefined;
};
const lengthsOf = (area: string) =>
  LENGTHS.filter((length) => [...'2345678'].some((first) => isValid(area + first.padEnd(length, '3'))));

const byLength: Record<number, string[]> = {};
for (let code = 10; code < 1000; code += 1) {
  for (const area of [`0${code}`, `0${String(code).padStart(3, '0')}`]) {
    if (MAINLAND.area.exec(area)?.[1] !== area || SERVICES.test(area)) continue;
    const found = lengthsOf(area);
    const length = IN_FORCE[area] ?? found[0];
    if (length === undefined) continue;
    if (found.length > 1 && !(area in IN_FORCE)) throw new Error(`${area} has two lengths: say which is in force`);
    byLength[length] ??= [];
    if (!byLength[length].includes(area)) byLength[length].push(area);
  }
}

const { version } = JSON.parse(
  readFileSync(new URL('../node_modules/libphonenumber-js/package.json', import.meta.url), 'utf8'),
) as { version: string };
const table = {
  source: `made by tools/make-area-codes.ts of the metadata of npm libphonenumber-js ${version} (MIT; Google's libphonenumber, Apache-2.0)`,
  areaCodesByLength: Object.fromEntries(
    Object.entries(byLength).map(([length, codes]) => [length, codes.sort().join(' ')]),
  ),
};
writeFileSync(TARGET, `${JSON.stringify(table, null, 2)}\n`);
process.stdout.write(`${Object.values(byLength).flat().length} area codes\n`);
