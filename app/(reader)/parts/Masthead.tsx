import { paths } from '#lib/paths.ts';
import { nextTextSize, type TextSize } from '#lib/shown/text-size.ts';
import { textSizeWords, words } from '#lib/wording/reader.ts';
import { chosenTextSize } from './text-size.ts';
import { Wordmark } from './Wordmark.tsx';

interface MastheadProps {
  city: string;
  home: string;
  /** The address the text size leads back to. */
  back: string;
}

/** The newspaper's head at the text size the reader chose. */
export async function Masthead(props: MastheadProps) {
  return <Mast {...props} size={await chosenTextSize()} />;
}

/** Wordmark, what this is, and the one button for larger text. */
export function Mast({ city, home, back, size }: MastheadProps & { size: TextSize }) {
  return (
    <header className="mast">
      <a href={home}>
        <Wordmark />
        <span className="tag">
          {words.tagline(city).map((line) => (
            <span key={line}>{line}</span>
          ))}
        </span>
      </a>
      <a className="size" href={paths.textSize(nextTextSize(size), back)}>
        <span className="vh">{textSizeWords.label}</span>
        {textSizeWords[size]}
      </a>
    </header>
  );
}
