import type { Phone } from './records.ts';

const KIND_ORDER: Record<Phone['kind'], number> = { fixed_line: 0, service: 1, mobile: 2, unknown: 3, fax: 4 };

/** What a number is called: by what it is, or by its column where that cannot be told. */
export function shownKind(phone: Pick<Phone, 'kind' | 'role'>): Phone['kind'] {
  return phone.kind !== 'unknown' ? phone.kind : phone.role === 'office' ? 'fixed_line' : 'mobile';
}

/** Numbers in the order they are offered: landline first, then mobile, two of a kind as printed. */
export function inOfferedOrder(phones: readonly Phone[]): Phone[] {
  return phones.toSorted((a, b) => KIND_ORDER[shownKind(a)] - KIND_ORDER[shownKind(b)]);
}
