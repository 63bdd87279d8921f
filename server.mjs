// The one process of 报达: Next.js behind a small front (lib/server/front). This file itself must be understood by an
// older Node, so that it can say what is missing.
import './lib/build/node-version.mjs';

if (process.env.BAODA_LOG === 'json') {
  const { logAsJson } = await import('./lib/server/json-log.ts'); // before anything else has something to say
  logAsJson();
}
const { heedSignals } = await import('./lib/server/ending.ts');
heedSignals(process.env.npm_lifecycle_event);

const dev = process.argv.includes('--dev');
process.env.NODE_ENV = dev ? 'development' : 'production';
process.env.NEXT_TELEMETRY_DISABLED ??= '1';
if (process.argv.includes('--demo')) {
  const { demo } = await import('./lib/cli/demo.ts');
  await demo();
} else {
  const { start } = await import('./lib/server/front/start.ts');
  await start(dev);
}
