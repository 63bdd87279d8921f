import { explain } from '../server/explain.ts';
import { storePlace } from '../server/store.ts';
import { restoreStore } from '../store/backup.ts';

/** `npm run restore -- FILE`: fills an empty store from a backup of either engine. */
const [file, ...rest] = process.argv.slice(2);
if (!file || rest.length > 0) {
  console.error('Usage: npm run restore -- FILE');
  process.exit(2);
}
try {
  await restoreStore(storePlace(), file);
  console.log(`Restored from ${file}`);
} catch (error) {
  console.error(explain(error));
  process.exit(1);
}
