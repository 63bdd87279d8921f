import { createHmac } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { formatRef, lettersOfId, parseRef, possibleRefs, refLettersSchema } from './ref.ts';
import { groupSecret, makeSecret, secretHash } from './secret.ts';
import { checkDigit, parseSecret, type SecretSlip, secretSlip } from './typed-secret.ts';

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

  it.each<[string, SecretSlip | null]>([
    ['3840 2715 9648', null],
    ['3840 2715 9649', 'wrong_digit'],
    ['3840 2715 9684', 'wrong_digit'],
    ['3840 2715 964', { digits: 11 }],
    ['3840 2715 9648 0', { digits: 13 }],
    ['', { digits: 0 }],
    ['384O 2715 9648', 'not_digits'],
    [`3840${' '.repeat(60)}27159648`, 'not_digits'],
  ])('as it is typed, %j, may be one or is a slip', (typed, slip) => expect(secretSlip(typed)).toEqual(slip));

  it('is shown in fours', () => expect(groupSecret('384027159648')).toBe('3840 2715 9648'));
});

describe('the number', () => {
  it("is made of the city's letters, the day and a count", () => {
    expect(formatRef('DL', '2026-11-22', 7)).toBe('DL261122-0007');
    expect(formatRef('SHIL', '2026-11-22', 12345)).toBe('SHIL261122-12345');
  });
  it.each([
    'DL261122-0007',
    'dl261122-0007',
    'ＤＬ２６１１２２－０００７',
    'DL 261122 0007',
    'DL261122—0007',
    '\u200bDL261122-0007\ufeff',
  ])('is read from %j', (typed) => expect(parseRef(typed)).toBe('DL261122-0007'));
  it('of the first release is read for ever', () => expect(parseRef('bd261122-0007')).toBe('BD261122-0007'));
  it.each(['261122-0007', '2611220007', ' 261122 0007 '])('without letters, %j, is of the city or old', (typed) => {
    expect(possibleRefs(typed, 'DL')).toEqual(['DL261122-0007', 'BD261122-0007']);
    expect(parseRef(typed)).toBeNull();
  });
  it('with letters is of no other city', () => expect(possibleRefs('SY261122-0007', 'DL')).toEqual(['SY261122-0007']));
  it.each([
    '',
    'D261122-0007',
    'DALIA261122-0007',
    'DL261122-007',
    "DL261122-0007' or 1",
    `DL${' '.repeat(60)}261122-0007`,
  ])('is not read from %j', (typed) => expect(possibleRefs(typed, 'DL')).toEqual([]));
  it('begins with letters of the id where a city names none, and never with those that every city once had', () => {
    expect(['shili', 'a-1', 'x', '0411', 'bd', 'bd-1', 'beidaihe'].map(lettersOfId)).toEqual([
      'SHIL',
      null,
      null,
      null,
      null,
      null,
      'BEID',
    ]);
    expect(refLettersSchema.safeParse('BD').success).toBe(false);
  });
});
