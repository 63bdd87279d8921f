import { describe, expect, it } from 'vitest';
import { parseEnvironment } from './environment.ts';

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
});
