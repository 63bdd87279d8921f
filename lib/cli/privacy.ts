import { parseRef } from '../reports/ref.ts';
import { explain } from '../server/explain.ts';
import { closeStore, getStore } from '../server/store.ts';

/** `npm run -s privacy -- show REF`: everything held on a report, as JSON. Hashes are HMACs under the server's secret. */
const USAGE = 'Usage: npm run -s privacy -- show REF, such as BD261122-0007';

async function run([command, typed, ...rest]: string[]): Promise<void> {
  const ref = parseRef(typed ?? '');
  if (command !== 'show' || ref === null || rest.length > 0) {
    console.error(USAGE);
    process.exitCode = 2;
    return;
  }
  const held = await (await getStore()).reports.held(ref);
  if (held.report?.length === 0) {
    console.error(`Nothing is held on ${ref}: no report has this number.`);
    process.exitCode = 1;
    return;
  }
  console.log(JSON.stringify(held, null, 2));
}

try {
  await run(process.argv.slice(2));
} catch (error) {
  console.error(explain(error));
  process.exitCode = 1;
} finally {
  await closeStore();
}
