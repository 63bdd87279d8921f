/**
 * Search as one types: the phone's own engine answers, or the server where the directory is too large for a phone or the
 * engine is not there. What was typed before the script came is used; without it the same field is a form that the
 * server answers.
 */
import { listWords } from '../wording/lookup.ts';
import { Answers, Crowded } from './answers.ts';
import { FoundList } from './found.ts';

/** How long Enter waits for an answer under way before it goes to the server as a form. */
const ENTER_WAITS_MS = 500;
/** When a question that the network lost is asked again. */
const AGAIN_AFTER_MS = 1000;

/** What became of a query: its list is there; no network; no answer (yet); a newer query took its place. */
type Outcome = 'shown' | 'unreached' | 'unanswered' | 'overtaken';

class LiveSearch {
  private readonly field: HTMLInputElement;
  private readonly list: FoundList;
  private readonly answers: Answers;
  /** The query whose list is shown. */
  private shown = '';
  private composing = false;
  private questions = 0;

  constructor(field: HTMLInputElement, list: FoundList, answers: Answers) {
    this.field = field;
    this.list = list;
    this.answers = answers;
  }

  start(): void {
    this.field.addEventListener('input', (event) => void this.typed((event as InputEvent).isComposing));
    this.field.addEventListener('compositionend', () => void this.typed(false));
    this.field.form?.addEventListener('submit', (event) => void this.submitted(event));
    addEventListener('online', () => void this.askAgain(3));
    addEventListener('popstate', () => {
      this.field.value = queryOfAddress();
      void this.show(this.query());
    });
    this.takeUpWhatIsThere();
  }

  /** What was typed before the script came, or what the address asks for where the server could not answer. */
  private takeUpWhatIsThere(): void {
    const asked = queryOfAddress();
    if (document.querySelector('#found>*,#advice>*')) this.shown = asked;
    else if (!this.field.value) this.field.value = asked;
    void this.typed(false);
  }

  private query(): string {
    return this.field.value.trim();
  }

  /** A phone may say that the network is back a moment before it carries anything. */
  private async askAgain(times: number): Promise<void> {
    const outcome = await this.typed(this.composing);
    if (outcome === 'unreached' && times > 0) setTimeout(() => void this.askAgain(times - 1), AGAIN_AFTER_MS);
  }

  private async typed(composing: boolean): Promise<Outcome> {
    this.composing = composing;
    const outcome = await this.show(this.query());
    if (outcome === 'shown' && !this.composing) goTo(this.shown, 'replaceState');
    return outcome;
  }

  private async show(query: string): Promise<Outcome> {
    const question = ++this.questions;
    if (query === this.shown) return 'shown';
    if (query === '') {
      this.shown = '';
      this.list.clear();
      return 'shown';
    }
    const answer = await this.answers.find(query).catch((error: unknown) => error as Error);
    if (question !== this.questions) return 'overtaken';
    if (answer instanceof Error) return this.failed(query, answer);
    // Letters that an input method has not yet turned into characters may find something, but never "nothing".
    if (this.composing && answer.stations.length === 0) return 'unanswered';
    this.shown = query;
    this.list.show(query, answer);
    return 'shown';
  }

  /**
   * `fetch` throws a TypeError where there is no network, and where too many ask Enter would be refused too: the list stays.
   * Another refusal of the server says nothing that Enter would not.
   */
  private failed(query: string, error: Error): Outcome {
    const isCrowded = error instanceof Crowded;
    if (!isCrowded && !(error instanceof TypeError)) return 'unanswered';
    const said = isCrowded ? listWords.paced : listWords.unreached;
    if (!this.composing) this.list.sayUnreached(said(query));
    return 'unreached';
  }

  /** Enter puts the list where it can be read, and the address where it can be shared. */
  private async submitted(event: Event): Promise<void> {
    event.preventDefault();
    this.composing = false;
    const patience = new Promise<Outcome>((resolve) => setTimeout(resolve, ENTER_WAITS_MS, 'unanswered'));
    const outcome = await Promise.race([this.show(this.query()), patience]);
    if (outcome === 'unanswered') this.field.form?.submit();
    if (outcome !== 'shown') return;
    goTo(this.shown, 'pushState');
    this.field.blur();
  }
}

const queryOfAddress = () => new URLSearchParams(location.search).get('q')?.trim() ?? '';

/** Puts the query into the address, unless it stands there. */
function goTo(query: string, how: 'pushState' | 'replaceState'): void {
  const address = location.pathname + (query && `?q=${encodeURIComponent(query)}`);
  if (address !== location.pathname + location.search) history[how](null, '', address);
}

/** Takes over the search field of the page, if it has one. */
export function startLiveSearch(): void {
  const field = document.getElementById('q');
  const { lookup, searched } = document.querySelector<HTMLElement>('[data-lookup]')?.dataset ?? {};
  if (!(field instanceof HTMLInputElement) || !lookup) return;
  new LiveSearch(field, new FoundList(lookup), new Answers(lookup, searched === 'phone')).start();
}
