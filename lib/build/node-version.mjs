// Loaded before any TypeScript file is: an older Node must understand this file itself, and say what is missing
// instead of failing on the first type.
const OLDEST_NODE = 24;

if (Number.parseInt(process.versions.node, 10) < OLDEST_NODE) {
  console.error(`Node ${OLDEST_NODE} or newer is needed; this is ${process.versions.node} (${process.execPath}).`);
  console.error('On Linux and Windows `npm ci` brings it, and `npm run` uses it. Elsewhere: https://nodejs.org');
  process.exit(1);
}
