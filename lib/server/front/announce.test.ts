import { expect, test } from 'vitest';
import { parseEnvironment } from '../environment.ts';
import { announcement } from './announce.ts';

test('the start says where it is, how a phone gets in, and that there is no QR code', () => {
  const text = announcement(parseEnvironment({}), 3000, 'lean');
  expect(text).toContain('http://localhost:3000');
  expect(text).toContain('HOST=0.0.0.0 npm start');
  expect(text).toContain('no QR code');
});

test('open to the network, with its address set, it has nothing left to explain', () => {
  const text = announcement(parseEnvironment({ HOST: '0.0.0.0', BAODA_ORIGIN: 'https://baoda.example' }), 3000, 'lean');
  expect(text).not.toContain('HOST=');
  expect(text).not.toContain('QR');
});
