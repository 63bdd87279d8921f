import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { expect, test } from 'vitest';

/** Runs lines of a program whose log is JSON. @returns its status, and what stands in each line of both streams */
function run(...lines: string[]): { status: number | null; out: Logged[]; err: Logged[] } {
  const program = ["import { logAsJson, logLines } from './lib/server/json-log.ts';", 'logAsJson();', ...lines];
  const args = ['--input-type=module', '--eval', program.join('\n')];
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' });
  return { status, out: parse(stdout), err: parse(stderr) };
}

interface Logged {
  at: string;
  level: string;
  message: string;
  stack?: string;
  pid: number;
}

const parse = (text: string): Logged[] =>
  text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Logged);

test('every line is one object: what, when, how bad, and who', () => {
  const { out, err } = run("console.log('at %s\\n  and %d', 'http://localhost:3000', 2);", "console.warn('mind');");
  expect(out).toEqual([
    {
      at: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/),
      level: 'info',
      message: 'at http://localhost:3000\n  and 2',
      pid: expect.any(Number),
    },
  ]);
  expect(err.map(({ level, message }) => [level, message])).toEqual([['warn', 'mind']]);
});

test('an error of many lines is one line, with its stack and what caused it', () => {
  const { err } = run(
    "console.error('It failed:', new Error('one\\ntwo 100%s', { cause: new Error('a deeper one') }));",
    "console.error(new TypeError('of %d %s', { cause: 1 }), 'and so on');",
  );
  expect(err).toHaveLength(2);
  expect(err[0]).toMatchObject({ level: 'error', message: 'It failed: Error: one\ntwo 100%s' });
  expect(err[0]?.stack).toMatch(/^Error: one\ntwo 100%s\n {4}at [\s\S]*\[cause\]: Error: a deeper one\n {4,}at /);
  expect(err[1]?.message).toBe('TypeError: of %d %s and so on');
});

test('whatever part of the console is used, and whatever colours stand in it', () => {
  const { out, err } = run(
    "console.info('info');",
    "console.debug('debug');",
    'console.dir({ a: 1 });',
    "console.table([{ a: 1 }]); console.count('counted');",
    "console.log('\\u001b[31mred\\u001b[39m');",
    "console.assert(false, 'asserted');",
  );
  const said = out.map(({ message }) => message);
  expect(said).toEqual(['info', 'debug', '{ a: 1 }', expect.stringContaining('│ 0'), 'counted: 1', 'red']);
  expect(err.map(({ message }) => message)).toEqual(['Assertion failed: asserted']);
});

test('warnings of Node, and the error that nobody caught, are lines too', () => {
  const { status, out, err } = run(
    "process.emitWarning('is old', 'DeprecationWarning');",
    'await new Promise((resolve) => setTimeout(resolve, 1));',
    "process.on('exit', () => console.log('ends'));",
    "setTimeout(() => { throw new Error('nobody\\ncaught it'); });",
  );
  expect(status).toBe(1);
  expect(err.map(({ level, message }) => [level, message])).toEqual([
    ['warn', 'DeprecationWarning: is old'],
    ['error', 'Error: nobody\ncaught it'],
  ]);
  expect(out.map(({ message }) => message)).toEqual(['ends']);
});

test.each([
  ['a promise', "Promise.reject(new Error('nobody caught it')); await new Promise(() => {});"],
  ['a module', "throw new Error('nobody caught it');"],
])('so is the error that %s ends with', (_, line) => {
  const { status, err } = run('setInterval(() => {}, 1000);', line);
  expect([status, err.map(({ message }) => message)]).toEqual([1, ['Error: nobody caught it']]);
});

test('where somebody else heeds errors that nobody caught, it is theirs to say and to go on', () => {
  const { status, err } = run(
    "process.on('uncaughtException', (error) => console.error('theirs:', error));",
    "setTimeout(() => { throw new Error('x'); });",
  );
  expect([status, err.map(({ message }) => message)]).toEqual([0, ['theirs: Error: x']]);
});

test('what another program says is logged line by line', () => {
  const { out, err } = run(
    "import { spawn } from 'node:child_process';",
    "const program = \"console.log('one\\\\n\\\\ntwo'); console.error('three')\";",
    "logLines(spawn(process.execPath, ['--eval', program]));",
  );
  expect(out.map(({ message }) => message)).toEqual(['one', 'two']);
  expect(err.map(({ level, message }) => [level, message])).toEqual([['warn', 'three']]);
});

test('whoever read the log is gone: the process goes on, and ends as it would', async () => {
  const program = [
    "import { logAsJson } from './lib/server/json-log.ts';",
    'logAsJson();',
    'let uncaught = 0;',
    "process.on('uncaughtException', (error) => { uncaught += 1; console.error(error); }); // as Next does",
    "const timer = setInterval(() => { console.log('one'); console.error('two'); }, 5);",
    'setTimeout(() => { clearInterval(timer); process.exit(uncaught === 0 ? 7 : 8); }, 300);',
  ];
  const child = spawn(process.execPath, ['--input-type=module', '--eval', program.join('\n')]);
  child.stdout.once('data', () => {
    child.stdout.destroy();
    child.stderr.destroy();
  });
  expect(await once(child, 'exit')).toEqual([7, null]);
});
