import { addUp } from '../../reports/board/figures.ts';
import {
  monthToPublish,
  PUBLIC_FIGURES,
  type PublishedFigures,
  readPublished,
  type ShownFigures,
} from '../../reports/board/published.ts';
import { dayOf } from '../../reports/days.ts';
import type { Store } from '../../store/store.ts';
import { findPublished, forgetDirectory } from '../directories.ts';
import { getStore } from '../store.ts';

/** What a city publishes of its figures. */
export async function findPublicFigures(store: Store, directory: string): Promise<PublishedFigures> {
  return readPublished((await store.settings.read(directory))[PUBLIC_FIGURES]);
}

/** The month that readers are shown, as last known where the store does not answer; null where none is published. */
export const findShownFigures = async (directory: string): Promise<ShownFigures | null> =>
  (await findPublished(await getStore(), directory))?.figures ?? null;

/** A month of the whole city as readers would be shown it, counted now. */
export async function figuresToShow(
  store: Store,
  directory: string,
  month: string,
  now: string,
): Promise<ShownFigures> {
  const countedOn = dayOf(now);
  const cut = { from: month, to: month, stations: null, today: countedOn };
  return { month, countedOn, figures: addUp(await store.outcomes.cells(directory, cut)) };
}

/** Who publishes, in which city, when. */
interface Publishing {
  store: Store;
  directory: string;
  by: string;
  /** ISO instant. */
  now: string;
}

async function save({ store, directory, by, now }: Publishing, published: PublishedFigures): Promise<void> {
  await store.settings.write(directory, { [PUBLIC_FIGURES]: published }, by, now);
  forgetDirectory(store, directory);
}

/** Shows a month to readers, in place of another one. */
export async function publishMonth(publishing: Publishing, month: string): Promise<ShownFigures> {
  const { store, directory, now } = publishing;
  const shown = await figuresToShow(store, directory, month, now);
  await save(publishing, { ...(await findPublicFigures(store, directory)), shown });
  return shown;
}

/** Publishes each month by itself from now on, at once the newest whose day has come. */
export async function publishEachMonth(publishing: Publishing): Promise<void> {
  const { store, directory, by, now } = publishing;
  await save(publishing, { ...(await findPublicFigures(store, directory)), auto: by });
  await publishByItself(store, directory, now);
}

/** Takes back what readers are shown; nothing is published by itself any more. */
export const withdrawFigures = (publishing: Publishing): Promise<void> => save(publishing, { auto: null, shown: null });

/** What a pass of time publishes. Two instances at once write the same. */
export async function publishByItself(store: Store, directory: string, now: string): Promise<void> {
  const published = await findPublicFigures(store, directory);
  const month = monthToPublish(published, dayOf(now));
  const { auto } = published;
  if (month === null || auto === null) return;
  await publishMonth({ store, directory, by: auto, now }, month);
}
