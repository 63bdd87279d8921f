import { createElement, Fragment } from 'react';
import { digitsMarkup } from '#lib/shown/row-markup.ts';
import { reactElement } from './react-element.ts';

/** The digits of a number as people read them, which break only at a gap between its parts. */
export function Digits({ digits }: { digits: string }) {
  return createElement(Fragment, null, ...digitsMarkup(reactElement, digits));
}
