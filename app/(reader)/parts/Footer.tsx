import type { PublishedDirectory } from '#lib/directory/records.ts';
import { paths } from '#lib/paths.ts';
import { sourceWords } from '#lib/shown/source-words.ts';
import { words } from '#lib/wording/reader.ts';
import { Phrases } from './Phrases.tsx';

export function Footer({ directory }: { directory: PublishedDirectory }) {
  const links = [
    [paths.directory(directory.id), words.allStations],
    [paths.track(directory.id), words.footer.track],
    [paths.print(directory.id), words.footer.print],
    [paths.about(directory.id), words.footer.about],
    [paths.privacy, words.footer.privacy],
  ] as const;
  return (
    <footer className="foot">
      <nav aria-label={words.footer.label}>
        <ul>
          {links.map(([href, text]) => (
            <li key={href}>
              <a className="quiet" href={href}>
                <span>{text}</span>
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <p className="note">
        <Phrases parts={sourceWords(directory)} />
      </p>
    </footer>
  );
}
