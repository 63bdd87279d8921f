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

  it('keeps the public address as its origin, and takes none with a path', () => {
    expect(parseEnvironment({ BAODA_ORIGIN: 'https://baoda.example/' }).BAODA_ORIGIN).toBe('https://baoda.example');
    expect(() => parseEnvironment({ BAODA_ORIGIN: 'https://example/baoda' })).toThrow(/BAODA_ORIGIN must not have/);
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
