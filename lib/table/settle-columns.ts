import {
  type Content,
  contentOf,
  guessField,
  holdsLabels,
  holdsNames,
  holdsNumberedNames,
  isDialled,
} from './column-content.ts';
import type { Line } from './grid.ts';
import type { ColumnField } from './heading-words.ts';
import { type Chosen, type Column, isPhone } from './layout.ts';

/** What each column of a heading holds, where its word leaves that open: by what stands below. */

/** Settles every column, and returns those of which only what stands below says what they hold. */
export function settleColumns(chosen: Chosen[], body: readonly Line[]): Column[] {
  const guesses: Column[] = [];
  settleNumbers(chosen, body);
  settleBroad(chosen, body);
  settleNames(chosen, body, guesses);
  guessUnknown(chosen, body, guesses);
  guessNumberedNames(chosen, body, guesses);
  return guesses;
}

/**
 * One column of names and one of districts: loose words give way to closer ones, then what stands below decides. Where two
 * are as close, the choice is a guess.
 */
export function settleNames(chosen: Chosen[], body: readonly Line[], guesses: Column[]): void {
  const closest = (field: 'name' | 'district') => {
    const all = chosen.filter((one) => one.field === field);
    const sure = all.filter(({ word }) => word?.isSure);
    return sure.length > 0 ? sure : all;
  };
  const most = (columns: readonly Chosen[], score: (content: Content) => number) =>
    columns.toSorted((a, b) => score(contentOf(body, b.at)) - score(contentOf(body, a.at)))[0];
  const [names, districts] = [closest('name'), closest('district')];
  const name = most(names, (content) => (holdsNames(content) ? 1000 : 0) + content.distinct);
  const district = most(districts, (content) => (holdsLabels(content) ? 1000 : 0) + content.distinct);
  const hasDistrict = district !== undefined;
  for (const one of chosen) {
    if ((one.field !== 'name' && one.field !== 'district') || one === name || one === district) continue;
    const isLabel =
      !hasDistrict && !chosen.some(({ field }) => field === 'district') && holdsLabels(contentOf(body, one.at));
    one.field = isLabel ? 'district' : 'other';
    if (isLabel) guesses.push({ at: one.at, field: 'district', heading: one.heading });
  }
  if (name !== undefined && names.length > 1) guesses.push({ at: name.at, field: 'name', heading: name.heading });
}

/** Columns whose headings say nothing that is known, by what stands in them. */
function guessUnknown(chosen: Chosen[], body: readonly Line[], guesses: Column[]): void {
  const has = (...fields: ColumnField[]) =>
    chosen.some(({ field }) => field !== null && fields.some((one) => one === field));
  const unknown = chosen
    .filter(({ field }) => field === null)
    .map((one) => ({ one, content: contentOf(body, one.at) }));
  const known = chosen.filter(({ field }) => field !== null && isPhone({ field })).map(({ at }) => contentOf(body, at));
  const isKnown = known.some(({ size }) => size > 0) || unknown.some(({ content }) => isDialled(content));
  const names = unknown.filter(({ content }) => holdsNames(content));
  const [name] = names.toSorted(
    ({ content: a }, { content: b }) => Number(holdsLabels(a)) - Number(holdsLabels(b)) || b.distinct - a.distinct,
  );
  for (const { one, content } of unknown) {
    // Where numbers are known, others as long as they are; a code of another length is something else.
    const isLikeKnown = known.some(({ size }) => size > 0 && size === content.size);
    const wanted = {
      name: !has('name') && one === name?.one,
      district: !has('district'),
      phone: !isKnown || isLikeKnown,
    };
    one.field = guessField(content, wanted);
    if (one.field !== null) guesses.push({ at: one.at, field: one.field, heading: one.heading });
  }
}

/** Names that hold digits, such as 1号站, where no other column holds names. */
function guessNumberedNames(chosen: Chosen[], body: readonly Line[], guesses: Column[]): void {
  if (chosen.some(({ field }) => field === 'name')) return;
  const one = chosen.find(({ at, field }) => field === null && holdsNumberedNames(contentOf(body, at)));
  if (one === undefined) return;
  one.field = 'name';
  guesses.push({ at: one.at, field: 'name', heading: one.heading });
}

/** A word such as “contact” over a column without a number, where another holds them, does not speak of numbers. */
function settleNumbers(chosen: Chosen[], body: readonly Line[]): void {
  const phones = chosen.flatMap((one) =>
    one.field !== null && isPhone({ field: one.field }) ? [{ one, content: contentOf(body, one.at) }] : [],
  );
  if (!phones.some(({ content }) => content.numbers > 0)) return;
  for (const { one, content } of phones) if (holdsTexts(content)) one.field = null;
}

/** A word that may be a name itself says what a column holds only where names stand below. */
function settleBroad(chosen: Chosen[], body: readonly Line[]): void {
  for (const one of chosen) {
    if (!one.word?.isBroad) continue;
    const content = contentOf(body, one.at);
    if (!(one.field === 'district' ? holdsLabels(content) : holdsNames(content))) one.field = null;
  }
}

const LEAST_TEXTS = 3;
const holdsTexts = ({ filled, numbers, digits, letters }: Content) =>
  filled >= LEAST_TEXTS && numbers === 0 && digits < 0.5 && letters > 0.5;
