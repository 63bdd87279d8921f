// Loaded before any TypeScript file is: an older Node must understand this file itself, and say what is missing
// instead of failing on the first type.
import { accessSync, constants } from 'node:fs';
import { sep } from 'node:path';

const OLDEST_NODE = 24;
/** Scripts of npm's whose outcome must not depend on the machine's Node. */
const PACKAGED_ALWAYS = ['test', 'unit', 'npx'];

preferNewerNode(process.env);
if (Number.parseInt(process.versions.node, 10) < OLDEST_NODE) {
  console.error(`Node ${OLDEST_NODE} or newer is needed; this is ${process.versions.node} (${process.execPath}).`);
  console.error('On Linux and Windows `npm ci` brings it, and `npm run` uses it. Elsewhere: https://nodejs.org');
  process.exit(1);
}

/**
 * npm's scripts find the Node of node_modules first. Where the system's own is newer (security releases come there
 * sooner), it takes the place of this process, with its id, environment and streams. It is the one that npm itself runs
 * on, and npm says which that is, so nothing has to be asked. Windows has no such call.
 */
function preferNewerNode({ npm_lifecycle_event, npm_node_execpath, npm_config_user_agent }) {
  if (!process.execve || !process.execPath.includes(`${sep}node_modules${sep}`)) return;
  if (!npm_node_execpath || PACKAGED_ALWAYS.includes(npm_lifecycle_event)) return;
  const version = / node\/v(\d+\.\d+\.\d+) /.exec(npm_config_user_agent ?? '')?.[1] ?? '0';
  if (!isNewer(version, process.versions.node) || !isRunnable(npm_node_execpath)) return;
  process.execve(npm_node_execpath, [npm_node_execpath, ...process.execArgv, ...process.argv.slice(1)]);
}

function isNewer(one, other) {
  const [numbers, others] = [one, other].map((version) => version.split('.').map(Number));
  const at = numbers.findIndex((number, index) => number !== others[index]);
  return at >= 0 && numbers[at] > others[at];
}

function isRunnable(file) {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false; // execve would abort the process
  }
}
