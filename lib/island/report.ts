/**
 * What a phone adds to the report pages: the form's draft on the device, a clear word when there is no network, and the
 * list of one's own reports. Nothing is sent by itself, and every page works without it. Written for Chrome 80 and
 * iOS 13; where storage is refused (private windows), it does nothing.
 */

/** Each directory has its own; without a directory stands what was kept before that was so. */
const DRAFT = 'baoda-report-draft';
const MINE = 'baoda-my-reports';
const directory = location.pathname.split('/')[1] ?? '';
const ownOf = (name: string) => `${name}:${directory}`;
const MOST_KEPT = 20;
/** Fields that are the server's own, made anew with each form. */
const NOT_TYPED = ['act', 'key', 'opened', 'website'];

interface Kept {
  ref: string;
  day: string;
}

function read<T>(name: string): T | null {
  try {
    return JSON.parse(localStorage.getItem(name) ?? 'null') as T | null;
  } catch {
    return null;
  }
}

function write(name: string, value: unknown): void {
  try {
    if (value === null) localStorage.removeItem(name);
    else localStorage.setItem(name, JSON.stringify(value));
  } catch {
    // A full or refused storage: the form itself still holds what was typed.
  }
}

type FormControl = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;
const isBox = (field: FormControl): field is HTMLInputElement => /^(radio|checkbox)$/.test(field.type);
const fieldsOf = (form: HTMLFormElement) =>
  [...form.querySelectorAll<FormControl>('input, select, textarea')].filter(({ name }) => !NOT_TYPED.includes(name));

function typedIn(form: HTMLFormElement): Record<string, string[]> {
  const typed: Record<string, string[]> = {};
  for (const field of fieldsOf(form)) {
    if (isBox(field) ? field.checked : field.value !== '')
      typed[field.name] = [...(typed[field.name] ?? []), field.value];
  }
  return typed;
}

/** Puts a draft into a form that the server gave out empty; what the address or the server filled in stays. */
function restore(form: HTMLFormElement, draft: Record<string, string[]>): void {
  for (const field of fieldsOf(form)) {
    const values = draft[field.name] ?? [];
    if (isBox(field)) field.checked = field.checked || values.includes(field.value);
    else if (field.value === '') field.value = values[0] ?? '';
  }
}

/** From here on the draft is this directory's, or there is none. */
function writeDraft(draft: Record<string, string[]> | null): void {
  write(ownOf(DRAFT), draft);
  write(DRAFT, null);
}

function keepDraft(form: HTMLFormElement): void {
  const draft = read<Record<string, string[]>>(ownOf(DRAFT)) ?? read<Record<string, string[]>>(DRAFT);
  const isBlank = !form.querySelector('input[name=kind]:checked, input[name=dates]:checked');
  if (draft && isBlank) restore(form, draft);
  form.addEventListener('input', () => writeDraft(typedIn(form)));
}

/** Without a network the button says so and sends nothing: the page and what was typed stay. */
function holdWhileOffline(form: HTMLFormElement): void {
  const notice = document.querySelector<HTMLElement>('[data-unsent]');
  form.addEventListener('submit', (event) => {
    if (navigator.onLine) return;
    event.preventDefault();
    if (notice) notice.hidden = false;
    notice?.focus();
  });
  addEventListener('online', () => {
    if (notice) notice.hidden = true;
  });
}

/** The receipt is there: the server has it, so the draft goes and the number is kept, never the code. */
function keepReceipt(ref: string): void {
  writeDraft(null);
  const others = (read<Kept[]>(ownOf(MINE)) ?? []).filter((kept) => kept.ref !== ref);
  write(ownOf(MINE), [{ ref, day: new Date().toLocaleDateString('zh-CN') }, ...others].slice(0, MOST_KEPT));
}

/** 我的登记: a number that is touched goes into the field; the code has to be typed. */
function showMine(section: HTMLElement): void {
  const all = [...(read<Kept[]>(ownOf(MINE)) ?? []), ...(read<Kept[]>(MINE) ?? [])];
  const kept = all.filter(({ ref }, index) => all.findIndex((one) => one.ref === ref) === index);
  const list = section.querySelector('ul');
  const input = document.querySelector<HTMLInputElement>('input[name=ref]');
  if (kept.length === 0 || !list) return;
  for (const { ref, day } of kept) {
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'btn wide-button';
    button.textContent = `${ref} ${day}`;
    button.addEventListener('click', () => {
      if (input) input.value = ref;
      document.querySelector<HTMLInputElement>('input[name=code]')?.focus();
    });
    list.append(document.createElement('li'));
    list.lastElementChild?.append(button);
  }
  section.querySelector('[data-clear]')?.addEventListener('click', () => {
    write(ownOf(MINE), null);
    write(MINE, null);
    writeDraft(null);
    section.hidden = true;
  });
  section.hidden = false;
}

const form = document.querySelector<HTMLFormElement>('form[data-report=form]');
if (form) keepDraft(form);
for (const one of document.querySelectorAll<HTMLFormElement>('form[data-report]')) holdWhileOffline(one);
const receipt = document.querySelector<HTMLElement>('[data-ref]')?.dataset.ref;
if (receipt) keepReceipt(receipt);
const mine = document.querySelector<HTMLElement>('[data-mine]');
if (mine) showMine(mine);
