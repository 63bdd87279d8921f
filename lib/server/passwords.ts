import { lacksDigits, MAINLAND } from '../text/numbering-plan.ts';

/** In characters, as people count them. */
export const PASSWORD_LENGTH = { min: 10, max: 128 } as const;
/** In code units, as better-auth counts: enough for the longest one, whose characters may take two each. */
export const MOST_PASSWORD_UNITS = PASSWORD_LENGTH.max * 2;

/** Passwords of ten and more characters that lists of leaked ones begin with, folded to lower case. */
const COMMON = new Set(
  `
    1q2w3e4r5t 1q2w3e4r5t6y 1qaz2wsx3edc a123456789 a1234567890 aa12345678 aa123456789 abc1234567 abcd123456
    administrator asd123456789 asdfghjkl1 baobaobaobao changeme123 iloveyou123 letmein123 passw0rd123 password01
    password12 password123 password1234 q1w2e3r4t5 q1w2e3r4t5y6 qazwsxedc123 qq123456789 qwe123456789 qwerty12345
    qwerty123456 qwertyuiop qwertyuiop123 welcome123 woaini1314 woaini1314520 woaini520520 zxcvbnm123 zxcvbnm1234
  `
    .trim()
    .split(/\s+/),
);

const ROWS = [
  '01234567890123456789',
  '98765432109876543210',
  'abcdefghijklmnopqrstuvwxyz',
  'qwertyuiopasdfghjklzxcvbnm',
];

export type PasswordProblem = 'password.too_short' | 'password.too_long' | 'password.common' | 'password.has_name';

/** Why a password is refused, or null. Length counts for more than kinds of characters, which are not asked for. */
export function passwordProblem(password: string, username: string): PasswordProblem | null {
  const length = [...password].length;
  if (length < PASSWORD_LENGTH.min) return 'password.too_short';
  if (length > PASSWORD_LENGTH.max) return 'password.too_long';
  const folded = password.normalize('NFKC').toLowerCase();
  if (folded.includes(username)) return 'password.has_name';
  const isRepeated = /^(.{1,4})\1+$/u.test(folded);
  const isRow = ROWS.some((row) => row.includes(folded));
  const isPhone = lacksDigits(MAINLAND, folded, 0);
  return COMMON.has(folded) || isRepeated || isRow || isPhone ? 'password.common' : null;
}
