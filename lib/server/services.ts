import type { Service } from '../reports/service.ts';
import type { Store } from '../store/store.ts';
import { findCityHead } from './directory-sources.ts';
import { applySettings } from './settings.ts';
import { listShownCities } from './shown-cities.ts';
import { getStore } from './store.ts';

/** What a city says of its service, with what an admin set: without its records, for what looks at every city. */
export async function findService(store: Store, id: string): Promise<Service | null> {
  const head = await findCityHead(store, id);
  return head && applySettings(head.service, await store.settings.read(id));
}

export interface CityService {
  city: string;
  service: Service;
}

/** The services of every city that readers see. */
export async function listServices(): Promise<CityService[]> {
  const store = await getStore();
  const found = await Promise.all(
    (await listShownCities(store)).map(async ({ id, facts }): Promise<CityService[]> => {
      const service = await findService(store, id);
      return service ? [{ city: facts.city, service }] : [];
    }),
  );
  return found.flat();
}
