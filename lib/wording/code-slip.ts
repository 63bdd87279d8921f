import type { SecretSlip } from '../reports/typed-secret.ts';

// Apart from the others: the phone says it too, before the server is asked.

/** What is wrong with a 查询码 that cannot be one. */
export function slipText(slip: SecretSlip): string {
  if (slip === 'not_digits') return '查询码只有数字，请看看里面有没有别的字';
  if (slip === 'wrong_digit') return '查询码有一个数字不对，请对一遍';
  return `查询码是12个数字，您填了${slip.digits}个`;
}
