import { createElement, type ReactElement } from 'react';
import type { Make } from '#lib/shown/row-markup.ts';

/** Makes the elements of shared markup on the server. */
export const reactElement: Make<ReactElement> = (tag, { class: className, ...attributes }, ...children) =>
  createElement(tag, { className, ...attributes }, ...children);
