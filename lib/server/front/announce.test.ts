import { expect, test } from 'vitest';
import { parseEnvironment } from '../environment.ts';
import { announcement, type Started } from './announce.ts';

const started = (changes: Partial<Started> = {}): Started => ({
  port: 3000,
  mode: 'lean',
  command: 'npm start',
  isDemonstration: false,
  ...changes,
});

test('the start says where it is, how a phone gets in, and that there is no QR code', () => {
  const text = announcement(parseEnvironment({}), started());
  expect(text).toContain('http://localhost:3000');
  expect(text).toContain('HOST=0.0.0.0 npm start');
  expect(text).toContain('no QR code');
});

test('open to the network, with its address set, it has nothing left to explain', () => {
  const text = announcement(parseEnvironment({ HOST: '0.0.0.0', BAODA_ORIGIN: 'https://baoda.example' }), started());
  expect(text).not.toContain('HOST=');
  expect(text).not.toContain('QR');
});

test('a store that is a demonstration is called one, however it was started', () => {
  expect(announcement(parseEnvironment({}), started({ isDemonstration: true }))).toContain(
    'The store is a demonstration',
  );
  expect(announcement(parseEnvironment({}), started())).not.toContain('demonstration');
});
