/**
 * What stands on a page of the desk and is nowhere else, while the page is loaded anew by itself: where a file of its
 * build is gone, or another build answers than the one that drew it. Kept in this tab for half a minute, taken once.
 */

/** Another number where what is kept has another shape: a release before this one may have written it. */
const KEY = 'baoda.kept-page.1';
const KEPT_MS = 30_000;

type Field = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

/** Where a field stands, and what somebody made of it. */
interface KeptField {
  form: string;
  name: string;
  /** Which of those of its name. */
  nth: number;
  value: string;
  checked?: boolean;
}

interface KeptPage<T> {
  at: number;
  path: string;
  fields: KeptField[];
  /** What came of the form that was sent last, where it is not shown yet. */
  came: T | null;
}

/** What comes of a look at what this tab keeps; null where that is full, forbidden, or holds nothing that we wrote. */
function attempt<T>(work: (kept: Storage) => T): T | null {
  try {
    return work(sessionStorage);
  } catch (error) {
    console.warn(error);
    return null;
  }
}

const read = <T>(key: string) => attempt((kept) => JSON.parse(kept.getItem(key) ?? 'null') as T | null);

function write(key: string, value: object): boolean {
  return attempt((kept) => kept.setItem(key, JSON.stringify(value))) !== null;
}

const here = () => location.pathname + location.search;
const allForms = () => [...document.querySelectorAll('form')];

/** A form by what it does and what that is about: another build draws the same one elsewhere. */
function nameOf(form: HTMLFormElement): string {
  const of = form.querySelector<HTMLInputElement>('input[name="of"]')?.value ?? '';
  return `${form.getAttribute('action')} ${of}`;
}

const isTicked = (field: Field): field is HTMLInputElement =>
  field instanceof HTMLInputElement && (field.type === 'checkbox' || field.type === 'radio');

/** Passwords and codes, and what belongs to a channel: its secret, and its address with one in it. */
const SECRET = /password|secret|^address$/;
/** Never a secret, and no file: a script may not choose one. */
const NOT_KEPT = new Set(['hidden', 'password', 'file', 'submit', 'button', 'image', 'reset']);
const fieldsOf = (form: HTMLFormElement) =>
  [...form.elements].filter(
    (one): one is Field =>
      (one instanceof HTMLInputElement || one instanceof HTMLTextAreaElement || one instanceof HTMLSelectElement) &&
      one.name !== '' &&
      !NOT_KEPT.has(one.type) &&
      !SECRET.test(one.name),
  );

const touched = new WeakSet<EventTarget>();

/** Notes what people type from now on: a field that a script fills in again says of itself that it was always so. */
export function watchTyping(): () => void {
  const note = ({ target }: Event) => target && touched.add(target);
  document.addEventListener('input', note, true);
  return () => document.removeEventListener('input', note, true);
}

function isChanged(field: Field): boolean {
  if (touched.has(field)) return true;
  if (field instanceof HTMLSelectElement) return [...field.options].some((one) => one.selected !== one.defaultSelected);
  return isTicked(field) ? field.checked !== field.defaultChecked : field.value !== field.defaultValue;
}

function readForm(form: HTMLFormElement): KeptField[] {
  const seen = new Map<string, number>();
  return fieldsOf(form).flatMap((field) => {
    const nth = seen.get(field.name) ?? 0;
    seen.set(field.name, nth + 1);
    if (!isChanged(field)) return [];
    const kept = { form: nameOf(form), name: field.name, nth, value: field.value };
    return [isTicked(field) ? { ...kept, checked: field.checked } : kept];
  });
}

/**
 * Keeps what was typed on this page.
 *
 * @param sent the form whose work is done
 */
export function keepPage<T>(sent: HTMLFormElement | null = null, came: T | null = null): void {
  const others = allForms().filter((form) => form !== sent);
  const page: KeptPage<T> = { at: Date.now(), path: here(), fields: others.flatMap(readForm), came };
  write(KEY, page);
}

export function forgetPage(): void {
  attempt((kept) => kept.removeItem(KEY));
}

function fill(field: Field, { value, checked }: KeptField): void {
  if (isTicked(field)) {
    if (field.checked !== checked) field.click();
    return;
  }
  if (field.value === value) return;
  // As if somebody typed: React takes no notice of a value that its own property was given.
  const prototype = Object.getPrototypeOf(field) as Field;
  Object.getOwnPropertyDescriptor(prototype, 'value')?.set?.call(field, value);
  for (const type of ['input', 'change']) field.dispatchEvent(new Event(type, { bubbles: true }));
}

/** Puts back what was typed on this page before it was loaded anew. @returns what came of the form that was sent last */
export function takePage<T>(): T | null {
  const page = read<KeptPage<T>>(KEY);
  if (page === null) return null;
  forgetPage();
  if (page.path !== here() || Date.now() - page.at > KEPT_MS || !Array.isArray(page.fields)) return null;
  for (const kept of page.fields) {
    const form = allForms().find((one) => nameOf(one) === kept.form);
    const field = form && fieldsOf(form).filter(({ name }) => name === kept.name)[kept.nth];
    if (field) fill(field, kept);
  }
  return page.came;
}

const RELOADS = 'baoda.reloads';
const MINUTE = 60_000;
const MOST_A_MINUTE = 3;

/** Loads the page anew, once, and not for ever: without its script the desk works as well. */
export function reloadSeldom(): void {
  const { dataset } = document.documentElement;
  if ('reloads' in dataset) return; // several of its files are gone
  dataset.reloads = '';
  const lately = [read<number[]>(RELOADS) ?? []].flat().filter((at) => Date.now() - at < MINUTE);
  // Where nothing can be kept, nobody would know how often it was.
  if (lately.length >= MOST_A_MINUTE || !write(RELOADS, [...lately, Date.now()])) return;
  keepPage();
  location.reload();
}
