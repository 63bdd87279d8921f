import fc from 'fast-check';

const LAST_CODE_POINT = 0x10ffff;

/**
 * Text of any characters for property tests, half of it printable ASCII; lone surrogates and controls too.
 * (fast-check's own strings of any unit take seconds to set up on a busy machine.)
 */
export function anyText(maxLength: number): fc.Arbitrary<string> {
  const codePoint = fc.oneof(fc.integer({ min: 0x20, max: 0x7e }), fc.integer({ min: 0, max: LAST_CODE_POINT }));
  return fc.array(codePoint, { maxLength }).map((codes) => String.fromCodePoint(...codes));
}
