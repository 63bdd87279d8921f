/**
 * `/tools.js`: copy, send to family, print, and remember a station, on the pages that offer it. Buttons that need it stay
 * hidden until it is there. Written for Chrome 80 and iOS 13.
 */
import { offerToRemember } from './offer-to-remember.ts';

const FEEDBACK_MS = 2500;

async function copy(text: string): Promise<void> {
  if (navigator.clipboard) {
    try {
      await navigator.clipboard.writeText(text);
      return;
    } catch {
      // Inside WeChat the clipboard may be there and refuse: the old way below still works.
    }
  }
  const field = document.createElement('textarea');
  field.value = text;
  field.readOnly = true;
  field.style.position = 'fixed';
  field.style.opacity = '0';
  document.body.append(field);
  field.select();
  const done = document.execCommand('copy');
  field.remove();
  if (!done) throw new Error('copy refused');
}

function say(button: HTMLButtonElement, text: string): void {
  const before = button.dataset.label ?? button.textContent ?? '';
  button.dataset.label = before;
  button.textContent = text;
  setTimeout(() => {
    button.textContent = before;
  }, FEEDBACK_MS);
}

async function copyAndSay(button: HTMLButtonElement, text: string): Promise<void> {
  try {
    await copy(text);
    say(button, button.dataset.done ?? '');
  } catch {
    say(button, button.dataset.failed ?? '');
  }
}

async function share(button: HTMLButtonElement): Promise<void> {
  const text = button.dataset.share ?? '';
  const url = new URL(button.dataset.url ?? '', location.href).href;
  if (!navigator.share) return copyAndSay(button, `${text} ${url}`);
  try {
    await navigator.share({ text, url });
  } catch (error) {
    // Closing the sheet is the reader's choice; anything else still leaves the text to paste.
    if (!(error instanceof DOMException && error.name === 'AbortError')) await copyAndSay(button, `${text} ${url}`);
  }
}

for (const button of document.querySelectorAll<HTMLButtonElement>(
  'button[data-copy],button[data-share],button[data-print]',
)) {
  if (button.dataset.print !== undefined && !window.print) continue; // some apps have none: the page says what to do
  button.hidden = false;
  button.setAttribute('aria-live', 'polite');
  button.addEventListener('click', () => {
    if (button.dataset.copy !== undefined) void copyAndSay(button, button.dataset.copy);
    else if (button.dataset.share !== undefined) void share(button);
    else window.print();
  });
}

offerToRemember();
