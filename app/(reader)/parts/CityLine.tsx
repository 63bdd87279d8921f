import type { PublishedDirectory } from '#lib/directory/records.ts';
import { cityLineAge } from '#lib/shown/age.ts';
import { callMarkup } from '#lib/shown/row-markup.ts';
import { spacedDigits } from '#lib/shown/spaced-digits.ts';
import { words } from '#lib/wording/reader.ts';
import { Age } from './Age.tsx';
import { Digits } from './Digits.tsx';
import { reactElement } from './react-element.ts';

/** The city line's printed name with the word for telephone, and its digits as people read them. */
export function cityLineText({ facts }: PublishedDirectory): { label: string; digits: string; tel: string } {
  const { label, e164, tel } = facts.cityLine;
  return { label: words.cityLine.name(label), digits: spacedDigits(e164, facts.country), tel };
}

/** The button that calls the city line; solid only where the city line comes first. */
export function CityCall({ directory, solid }: { directory: PublishedDirectory; solid: boolean }) {
  const { label, digits, tel } = cityLineText(directory);
  const link = { class: solid ? 'call first' : 'call second', tel, whom: label, digits };
  return callMarkup(reactElement, link, words.help.button);
}

/** The city line offered before anything else, where the printed rows cannot be relied on. */
export function CityLineFirst({ directory }: { directory: PublishedDirectory }) {
  const { label, digits } = cityLineText(directory);
  return (
    <section className="offer">
      <h2>{words.help.first}</h2>
      <p className="note">{label}</p>
      <span className="cityno">
        <Digits digits={digits} />
      </span>
      <Age age={cityLineAge(directory)} />
      <CityCall directory={directory} solid />
    </section>
  );
}
