/** A field for a code, of six digits or a recovery code: both are digits, which a phone then offers. */
export const CODE_FIELD = {
  autoComplete: 'one-time-code',
  inputMode: 'numeric',
  maxLength: 30,
} as const;
