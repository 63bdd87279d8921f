/**
 * Search as one types. It runs the same engine as the server on the rows and tables the phone was sent; where those are
 * not there (a large directory, a failed download) the server is asked and its list is put in place. What was typed
 * before the engine came is used; without it the same field is a form that the server answers.
 */
import type { Engine } from '../lookup/engine.ts';
import type { PhoneTables } from '../lookup/phone-tables.ts';
import { presentAnswer } from '../lookup/present.ts';
import type { DivisionTables } from '../lookup/tables.ts';
import { type BuildLookup, engineArrived } from './engine-port.ts';
import { FoundList } from './found.ts';

/** At most so many rows are drawn; the heading says how many there are. */
const MOST_ROWS = 50;
/** When the streets and communities are fetched at the latest, where the phone has nothing better to do. */
const IDLE_AFTER_MS = 4000;

class LiveSearch {
  private readonly field: HTMLInputElement;
  private readonly list: FoundList;
  private readonly tables: PhoneTables;
  private readonly build: BuildLookup;
  private readonly fetchDivisions: () => Promise<DivisionTables | null>;
  private built: Engine | null = null;
  private divisions: DivisionTables | undefined;
  /** The streets and communities are here, or cannot be had. */
  private complete = false;
  private shown = '';

  constructor(field: HTMLInputElement, tables: PhoneTables, build: BuildLookup) {
    this.field = field;
    this.tables = tables;
    this.build = build;
    this.list = new FoundList(tables);
    this.fetchDivisions = once(() => fetchJson<DivisionTables>(`/${tables.directory}/divisions.json`));
  }

  /** Built when it is first needed: most readers tap a district or a call and never search. */
  private engine(): Engine {
    this.built ??= this.build(this.tables, this.divisions);
    return this.built;
  }

  start(): void {
    this.field.addEventListener('focus', () => setTimeout(() => this.engine()));
    this.field.addEventListener('input', (event) => this.typed((event as InputEvent).isComposing));
    this.field.addEventListener('compositionend', () => this.typed(false));
    this.field.form?.addEventListener('submit', (event) => this.submitted(event));
    addEventListener('popstate', () => {
      this.field.value = queryOfAddress();
      this.typed(false, false);
    });
    this.takeUpWhatIsThere();
    whenIdle(() => void this.complement());
  }

  /** What was typed before the script came, or what the address asks for where the server could not answer. */
  private takeUpWhatIsThere(): void {
    const asked = queryOfAddress();
    const answered =
      document.getElementById('found')?.hasChildNodes() || document.getElementById('advice')?.hasChildNodes();
    if (answered) this.shown = asked;
    else if (asked && !this.field.value) this.field.value = asked;
    this.typed(false, this.field.value.trim() !== asked);
  }

  private typed(composing: boolean, remember = true): void {
    const query = this.field.value.trim();
    if (query === this.shown) return;
    // Letters that an input method has not yet turned into characters may find something, but never "nothing".
    if (composing && this.engine().search(query, { limit: 1 }).results.length === 0) return;
    this.show(query);
    if (remember && !composing) history.replaceState(null, '', addressOf(query));
  }

  private show(query: string): void {
    this.shown = query;
    if (query === '') {
      this.list.clear();
      return;
    }
    const answer = this.engine().search(query, { limit: this.tables.stations.length });
    if (!this.complete && answer.results.length === 0) {
      void this.complement();
      return;
    }
    this.list.show(presentAnswer(query, answer, this.tables.context), MOST_ROWS);
  }

  /** Streets and communities come apart; what could not be found before may be found then. */
  private async complement(): Promise<void> {
    if (this.complete) return;
    const divisions = await this.fetchDivisions();
    this.complete = true;
    if (divisions) {
      this.divisions = divisions;
      this.built = null;
    }
    if (document.activeElement === this.field) setTimeout(() => this.engine());
    if (this.shown && this.shown === this.field.value.trim()) this.show(this.shown);
  }

  /** Enter puts the list where it can be read, and the address where it can be shared; the server is not needed. */
  private submitted(event: Event): void {
    const query = this.field.value.trim();
    if (query !== '' && !this.complete && this.engine().search(query, { limit: 1 }).results.length === 0) return;
    event.preventDefault();
    this.typed(false, false);
    if (addressOf(query) !== location.pathname + location.search) history.pushState(null, '', addressOf(query));
    this.field.blur();
  }
}

const queryOfAddress = () => new URLSearchParams(location.search).get('q')?.trim() ?? '';
const addressOf = (query: string) => location.pathname + (query && `?q=${encodeURIComponent(query)}`);

function once<T>(run: () => Promise<T>): () => Promise<T> {
  let started: Promise<T> | undefined;
  return () => {
    started ??= run();
    return started;
  };
}

/** Null where the file cannot be had: the page goes on with what it has. */
async function fetchJson<T>(path: string): Promise<T | null> {
  const answer = await fetch(path).catch(() => null);
  return answer?.ok ? answer.json() : null;
}

function whenIdle(run: () => void): void {
  if ('requestIdleCallback' in window) requestIdleCallback(run, { timeout: IDLE_AFTER_MS });
  else setTimeout(run, IDLE_AFTER_MS);
}

/**
 * Takes over the search field of the page, if it has one. A large directory has no tables for the phone: its form stays
 * one that the server answers.
 */
export async function startLiveSearch(): Promise<void> {
  const field = document.getElementById('q');
  const directory = document.querySelector<HTMLElement>('[data-lookup]')?.dataset.lookup;
  if (!(field instanceof HTMLInputElement) || !directory) return;
  const [build, tables] = await Promise.all([engineArrived(), fetchJson<PhoneTables>(`/${directory}/lookup.json`)]);
  if (tables) new LiveSearch(field, tables, build).start();
}
