import type { PublishedDirectory } from '../directory/records.ts';
import { longMonth } from '../wording/dates.ts';
import { words } from '../wording/reader.ts';
import { hasChecks } from './age.ts';

/** Where the numbers come from and who keeps the page, for its foot. */
export const sourceWords = (directory: PublishedDirectory): string[] =>
  words.footer.source(longMonth(directory.facts.printedAbout), hasChecks(directory), directory.service.operator);
