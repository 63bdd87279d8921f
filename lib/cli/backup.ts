import { explain } from '../server/explain.ts';
import { storePlace } from '../server/store.ts';
import { backupStore } from '../store/backup.ts';

/** `npm run backup -- FILE`: everything the store holds into one file, also while the server runs. */
const [file, ...rest] = process.argv.slice(2);
if (!file || rest.length > 0) {
  console.error('Usage: npm run backup -- FILE');
  process.exit(2);
}
try {
  await backupStore(storePlace(), file);
  console.log(`Backed up to ${file}`);
} catch (error) {
  console.error(explain(error));
  process.exit(1);
}
