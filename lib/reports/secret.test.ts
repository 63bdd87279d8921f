import { createHmac } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { formatRef, parseRef } from './ref.ts';
import { checkDigit, groupSecret, makeSecret, parseSecret, secretHash } from './secret.ts';

const hmac = (message: string) => createHmac('sha256', 'a secret for tests only, not used').update(message).digest();

describe('the code', () => {
  it('ends in the check digit of ISO 7064 MOD 11,10', () => {
    expect(checkDigit('0794')).toBe('5'); // the example of the standard
    expect(checkDigit('38402715964')).toBe('8');
  });

  it('is the same for the same request and another for any other', () => {
    const secret = makeSecret(hmac, 'dalian', 'key-0000000000000001');
    expect(makeSecret(hmac, 'dalian', 'key-0000000000000001')).toBe(secret);
    expect(parseSecret(secret)).toBe(secret);
    expect(makeSecret(hmac, 'dalian', 'key-0000000000000002')).not.toBe(secret);
    expect(makeSecret(hmac, 'shili', 'key-0000000000000001')).not.toBe(secret);
    expect(secretHash(hmac, secret)).not.toContain(secret);
  });

  it.each([
    '3840 2715 9648',
    '384027159648',
    '３８４０ ２７１５ ９６４８',
    ' 3840-2715-9648 ',
    '\u202d3840\u200b271596\u206048\u202c',
  ])('is read from %j', (typed) => expect(parseSecret(typed)).toBe('384027159648'));

  it.each(['3840 2715 9649', '38402715964', 'abcd 2715 9648', '', '3840 2715 9684', `3840${' '.repeat(60)}27159648`])(
    'is not read from %j',
    (typed) => expect(parseSecret(typed)).toBeNull(),
  );

  it('is shown in fours', () => expect(groupSecret('384027159648')).toBe('3840 2715 9648'));
});

describe('the number', () => {
  it('is made of the day and a count', () => {
    expect(formatRef('2026-11-22', 7)).toBe('BD261122-0007');
    expect(formatRef('2026-11-22', 12345)).toBe('BD261122-12345');
  });
  it.each([
    'BD261122-0007',
    'bd261122-0007',
    'ＢＤ２６１１２２－０００７',
    'BD 261122 0007',
    'BD261122—0007',
    '\u200bBD261122-0007\ufeff',
  ])('is read from %j', (typed) => expect(parseRef(typed)).toBe('BD261122-0007'));
  it.each(['', '261122-0007', 'BD261122-007', "BD261122-0007' or 1", `BD${' '.repeat(60)}261122-0007`])(
    'is not read from %j',
    (typed) => expect(parseRef(typed)).toBeNull(),
  );
});
