/**
 * What a phone adds to the report pages: the form's draft on the device, a clear word when there is no network, and the
 * list of one's own reports. Nothing is sent by itself, and every page works without it. Written for Chrome 80 and
 * iOS 13; where storage is refused (private windows), it does nothing.
 */
import { secretSlip } from '../reports/typed-secret.ts';
import { slipText } from '../wording/code-slip.ts';

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
/** What somebody typed or ticked; what is hidden is the server's, such as the station that the address names. */
const fieldsOf = (form: HTMLFormElement) =>
  [...form.querySelectorAll<FormControl>('input, select, textarea')].filter(
    ({ name, type }) => type !== 'hidden' && !NOT_TYPED.includes(name),
  );

function typedIn(form: HTMLFormElement): Record<string, string[]> {
  const typed: Record<string, string[]> = {};
  for (const field of fieldsOf(form)) {
    if (isBox(field) ? field.checked : field.value !== '')
      typed[field.name] = [...(typed[field.name] ?? []), field.value];
  }
  return typed;
}

/** Puts a draft into a form that the server gave out empty; a question that the address or the server answered stays. */
function restore(form: HTMLFormElement, draft: Record<string, string[]>): void {
  const given = typedIn(form);
  const more = form.querySelector('details');
  for (const field of fieldsOf(form)) {
    const values = draft[field.name] ?? [];
    if (given[field.name] || values.length === 0) continue;
    if (isBox(field)) field.checked = values.includes(field.value);
    else field.value = values[0] ?? '';
    const isFolded = more?.contains(field) || field.name === 'text';
    if (more && isFolded && (isBox(field) ? field.checked : field.value !== '')) more.open = true;
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
  if (draft && (isBlank || form.dataset.fresh !== undefined)) restore(form, draft);
  form.addEventListener('input', () => writeDraft(typedIn(form)));
}

/** 不是这个站 takes along what was typed and has not been sent: the form itself goes there. */
function takeAlong(form: HTMLFormElement): void {
  document.querySelector('[data-elsewhere]')?.addEventListener('click', (event) => {
    const act = form.querySelector<HTMLInputElement>('input[name=act]');
    if (!act) return;
    event.preventDefault();
    act.value = 'elsewhere';
    form.submit();
  });
}

/** What cannot be a code is said at once: above, where the focus goes, and at the field. Everything typed stays. */
function checkCode(form: HTMLFormElement): void {
  const field = form.querySelector<HTMLInputElement>('input[name=code]');
  const [above, beside] = document.querySelectorAll<HTMLElement>('[data-slip]');
  form.addEventListener('submit', (event) => {
    const slip = field && field.value.trim() !== '' ? secretSlip(field.value) : null;
    if (!slip || !field || !above || !beside) return;
    event.preventDefault();
    document.getElementById('check')?.remove(); // what the server said of the try before
    const said = document.getElementById('e-code');
    if (said !== beside) said?.remove();
    beside.id = 'e-code';
    field.setAttribute('aria-invalid', 'true');
    field.setAttribute('aria-describedby', beside.id);
    field.parentElement?.classList.add('wrong');
    for (const place of [above, beside]) {
      (place.querySelector('p') ?? place).textContent = slipText(slip);
      place.hidden = false;
    }
    document.title = above.dataset.title ?? document.title;
    above.focus();
  });
}

const PATIENCE_MS = 5000;

/** Whether the server answers, whatever it says: a browser that believes it has no network is often wrong. */
async function isReached(): Promise<boolean> {
  const giveUp = new AbortController();
  const timer = setTimeout(() => giveUp.abort(), PATIENCE_MS);
  try {
    await fetch('/healthz', { method: 'HEAD', cache: 'no-store', signal: giveUp.signal });
    return true;
  } catch {
    return false; // there is no network, or none that leads here
  } finally {
    clearTimeout(timer);
  }
}

/** Without a network the button says so and sends nothing: the page and what was typed stay. */
function holdWhileOffline(form: HTMLFormElement): void {
  const notice = document.querySelector<HTMLElement>('[data-unsent]');
  let pressed = form.querySelector('button');
  let state: 'idle' | 'trying' | 'sending' = 'idle';
  form.addEventListener('click', ({ target }) => {
    pressed = (target as Element).closest('button') ?? pressed;
  });
  form.addEventListener('submit', async (event) => {
    if (state === 'sending' || (state === 'idle' && navigator.onLine)) return;
    event.preventDefault();
    if (state === 'trying') return;
    state = 'trying';
    const reached = await isReached();
    if (notice) notice.hidden = reached;
    state = reached ? 'sending' : 'idle';
    if (reached)
      pressed?.click(); // the same button again: its name says what is asked for
    else notice?.focus();
    state = 'idle';
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
if (form) {
  keepDraft(form);
  takeAlong(form);
}
const asking = document.querySelector<HTMLFormElement>('form[data-track]');
if (asking) checkCode(asking);
for (const one of document.querySelectorAll<HTMLFormElement>('form[data-report]')) holdWhileOffline(one);
const receipt = document.querySelector<HTMLElement>('[data-ref]')?.dataset.ref;
if (receipt) keepReceipt(receipt);
const mine = document.querySelector<HTMLElement>('[data-mine]');
if (mine) showMine(mine);
