/** The search engine for the phone: the server's own, fetched after the page is drawn. */
import { buildLookup } from '../lookup/engine.ts';
import { engineTables } from '../lookup/phone-tables.ts';
import { offerEngine } from './engine-port.ts';

offerEngine((tables, divisions) => buildLookup(engineTables(tables), divisions));
