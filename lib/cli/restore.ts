import { storePlace } from '../server/store.ts';
import { restoreStore } from '../store/backup.ts';
import { runCommand, UsageError } from './command.ts';

/** `npm run restore -- FILE`: fills an empty store from a backup of either engine. */
await runCommand(async ([file, ...rest]) => {
  if (!file || rest.length > 0) throw new UsageError('Usage: npm run restore -- FILE');
  await restoreStore(storePlace(), file);
  console.log(`Restored from ${file}`);
});
