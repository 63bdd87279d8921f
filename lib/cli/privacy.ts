import { parseRef } from '../reports/ref.ts';
import { closeStore, getStore } from '../server/store.ts';
import { runCommand, UsageError } from './command.ts';

/** `npm run -s privacy -- show REF`: everything held on a report, as JSON. Hashes are HMACs under the server's secret. */
const USAGE = 'Usage: npm run -s privacy -- show REF, such as DL261122-0007';

await runCommand(async ([command, typed, ...rest]) => {
  const ref = parseRef(typed ?? '');
  if (command !== 'show' || ref === null || rest.length > 0) throw new UsageError(USAGE);
  const held = await (await getStore()).reports.held(ref);
  if (held.report?.length === 0) throw new Error(`Nothing is held on ${ref}: no report has this number.`);
  console.log(JSON.stringify(held, null, 2));
}, closeStore);
