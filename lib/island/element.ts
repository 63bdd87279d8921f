import type { Make } from '../shown/row-markup.ts';

/** Makes the elements of shared markup on the phone. */
export const element: Make<HTMLElement> = (tag, attributes, ...children) => {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  made.append(...children);
  return made;
};
