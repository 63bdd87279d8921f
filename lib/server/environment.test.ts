import { mkdtempSync, readFileSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { environmentSchema, parseEnvironment } from './environment.ts';
import { keptSecret } from './secret.ts';

describe('the environment', () => {
  it('needs nothing, and takes an empty variable for one that is not set', () => {
    expect(parseEnvironment({ PORT: '', BAODA_STORE: '' })).toEqual(parseEnvironment({}));
    expect(parseEnvironment({})).toMatchObject({ PORT: 3000, HOST: '127.0.0.1', BAODA_STORE: 'var/baoda.db' });
  });

  it('names every wrong variable at once and shows no value', () => {
    const wrong = { PORT: 'http', DATABASE_URL: 'mysql://secret@host', BAODA_SECRET: 'short', BAODA_ORIGIN: 'baoda' };
    expect(() => parseEnvironment(wrong)).toThrow(/PORT[\s\S]*BAODA_ORIGIN[\s\S]*BAODA_SECRET[\s\S]*DATABASE_URL/);
    expect(() => parseEnvironment(wrong)).not.toThrow(/mysql|short/);
  });

  it('wants a secret with a shared database', () => {
    const url = 'postgres://localhost/baoda';
    expect(() => parseEnvironment({ DATABASE_URL: url })).toThrow(/BAODA_SECRET is required/);
    expect(parseEnvironment({ DATABASE_URL: url, BAODA_SECRET: 'x'.repeat(32) }).DATABASE_URL).toBe(url);
  });

  it.each([
    ['PORT', ' '],
    ['PORT', '3000\n'],
    ['HOST', ' '],
    ['HOST', '127.0.0.1 '],
    ['BAODA_STORE', '\t'],
    ['BAODA_SECRET', ' '.repeat(40)],
    ['BAODA_ORIGIN', ' https://baoda.example'],
    ['BAODA_TRUSTED_PROXIES', ' '],
  ])('says of %s that it is blank or padded: %j', (name, value) => {
    expect(() => parseEnvironment({ [name]: value })).toThrow(new RegExp(`  ${name} has a space or a line break`));
  });

  it.each([
    ['PORT', '0x50', 'whole number'],
    ['PORT', '3e3', 'whole number'],
    ['PORT', '65536', 'from 0 to 65535'],
    ['BAODA_POOL', '1', 'from 2 to 100'],
    ['BAODA_KEEP_ALIVE', '0', 'from 1 to 3600'],
    ['HOST', 'a b', 'address or a name'],
    ['BAODA_METRICS', '9464', 'host and a port, such as 127.0.0.1:9464'],
    ['BAODA_METRICS', ':9464', 'host and a port'],
    ['BAODA_METRICS', 'localhost', 'host and a port'],
    ['BAODA_METRICS', '127.0.0.1:65536', 'host and a port'],
    ['BAODA_METRICS', '::1:9464', 'host and a port'],
    ['BAODA_METRICS', 'http://127.0.0.1:9464', 'host and a port'],
    ['BAODA_METRICS', '127.0.0.1:9464/metrics', 'host and a port'],
    ['BAODA_METRICS_TOKEN', 'x'.repeat(31), 'at least 32 characters'],
    ['BAODA_METRICS_TOKEN', `${'x'.repeat(32)} y`, 'letters, digits'],
    ['BAODA_METRICS_TOKEN', '示'.repeat(32), 'letters, digits'],
    ['BAODA_LOG', 'JSON', 'text'],
  ])('does not take %s as it is: %j', (name, value, said) => {
    expect(() => parseEnvironment({ [name]: value })).toThrow(new RegExp(`  ${name} .*${said}`));
  });

  it('takes a secret as it is, since another one would sign everything anew', () => {
    const secret = `${'x'.repeat(32)}\n`;
    expect(parseEnvironment({ BAODA_SECRET: secret }).BAODA_SECRET).toBe(secret);
  });

  it.each([
    ['postgres://baoda:geheim@one:5432,two:5432/baoda', 'names several hosts'],
    ['postgres:///baoda?host=geheim,two', 'names several hosts'],
    ['postgres://baoda:geheim@/baoda', 'cannot be read as an address'],
    ['postgres:///baoda', 'names no host'],
    ['postgres://baoda:ge#heim@localhost/baoda', 'cannot be read as an address'],
    ['postgres://baoda:12/geheim@localhost/baoda', 'cannot be read as an address'],
    ['postgres://baoda:geheim%zz@localhost/baoda', 'cannot be read as an address'],
    ['postgres://baoda:geheim@localhost:port/baoda', 'cannot be read as an address'],
    ['geheim://localhost/baoda', 'must begin with postgres://'],
  ])('says what is wrong with an address, without it: %s', (address, said) => {
    const read = () => parseEnvironment({ DATABASE_URL: address, BAODA_SECRET: 'x'.repeat(32) });
    expect(read).toThrow(new RegExp(`  DATABASE_URL .*${said}`));
    expect(read).not.toThrow(/geheim/);
  });

  it.each([
    'postgresql://baoda:p%40ss@localhost:5432/baoda?sslmode=require',
    'postgres://baoda@%2Fvar%2Frun%2Fpostgresql/baoda',
    'postgres:///baoda?host=/var/run/postgresql',
    'postgres://baoda@[::1]/baoda',
  ])('reads %s', (address) => {
    expect(parseEnvironment({ DATABASE_URL: address, BAODA_SECRET: 'x'.repeat(32) }).DATABASE_URL).toBe(address);
  });

  it('keeps the public address as its origin, and takes none with a path', () => {
    expect(parseEnvironment({ BAODA_ORIGIN: 'https://baoda.example/' }).BAODA_ORIGIN).toBe('https://baoda.example');
    expect(() => parseEnvironment({ BAODA_ORIGIN: 'https://example/baoda' })).toThrow(/BAODA_ORIGIN must not have/);
  });

  it.each([
    ['127.0.0.1:9464', { host: '127.0.0.1', port: 9464 }],
    ['[::1]:9464', { host: '::1', port: 9464 }],
    ['metrics.internal:0', { host: 'metrics.internal', port: 0 }],
  ])('reads the address of metrics: %s', (text, address) => {
    expect(parseEnvironment({ BAODA_METRICS: text }).BAODA_METRICS).toEqual(address);
  });

  it('is explained in .env.example, every variable once and no other', () => {
    const named = [...readFileSync('.env.example', 'utf8').matchAll(/^#? ?([A-Z][A-Z_]+)=/gm)].map(([, name]) => name);
    expect(named.sort()).toEqual(Object.keys(environmentSchema.shape).sort());
  });
});

describe('the kept secret', () => {
  it('is made once, for the owner alone', () => {
    const file = join(mkdtempSync(join(tmpdir(), 'baoda-')), 'var/secret');
    const made = keptSecret(file);
    expect(made).toMatch(/^[\w-]{43}$/);
    expect(keptSecret(file)).toBe(made);
    expect(statSync(file).mode & 0o777).toBe(0o600);
  });

  it.runIf(process.platform === 'linux')('is read where nothing can be written', () => {
    expect(keptSecret('/proc/version')).toBe(readFileSync('/proc/version', 'utf8').trim());
  });
});
