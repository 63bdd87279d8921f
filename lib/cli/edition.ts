import { closeStore } from '../server/store.ts';
import { FileRefusal } from '../table/refusal.ts';
import { endQuietly } from './command.ts';
import { editionCommand } from './edition-command.ts';
import { refuse } from './table-arguments.ts';

/**
 * `npm run -s edition -- preview | publish | list | restore`: new editions of a directory, from the owner's shell. Exit
 * status 0; 2 where it is refused; 1 for a fault of ours.
 */

endQuietly();
const argv = process.argv.slice(2);
try {
  process.stdout.write(await editionCommand(argv));
} catch (error) {
  if (error instanceof FileRefusal) {
    const { code, message, place, remedy } = error;
    refuse(error, argv.includes('--json') ? { outcome: 'rejected', error: { code, message, place, remedy } } : null);
  } else {
    process.stderr.write(`edition: a fault of ours: ${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 1;
  }
} finally {
  await closeStore();
}
