import { Fragment } from 'react';
import { phrasesMarkup } from '#lib/shown/row-markup.ts';
import { reactElement } from './react-element.ts';

/** A sentence in parts that each break as one, so that no short last clause is torn. */
export function Phrases({ parts }: { parts: readonly string[] }) {
  return phrasesMarkup(reactElement, parts).map((part, at) => (
    <Fragment key={parts.slice(0, at + 1).join('')}>{part}</Fragment>
  ));
}
