import { storePlace } from '../server/store.ts';
import { backupStore } from '../store/backup.ts';
import { runCommand, UsageError } from './command.ts';

/** `npm run backup -- FILE`: everything the store holds into one file, also while the server runs. */
await runCommand(async ([file, ...rest]) => {
  if (!file || rest.length > 0) throw new UsageError('Usage: npm run backup -- FILE');
  await backupStore(storePlace(), file);
  console.log(`Backed up to ${file}`);
});
