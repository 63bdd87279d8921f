import { myStation, remember, storage } from './my-station.ts';
import { keepForLater } from './tell-worker.ts';

/** A station's page lets this phone remember it: two buttons, of which the one is there that does something. */
export function offerToRemember(): void {
  const offer = document.querySelector<HTMLElement>('[data-remember]');
  if (!offer || !storage) return;
  const id = offer.dataset.remember ?? '';
  const buttons = [...offer.querySelectorAll('button')];
  const show = () => {
    const mine = myStation();
    const isMine = `${mine?.directory}/${mine?.station}` === id;
    for (const [at, button] of buttons.entries()) button.hidden = isMine === (at === 0);
  };
  for (const [at, button] of buttons.entries())
    button.onclick = () => {
      remember(at === 0 ? id : null);
      show();
      buttons[1 - at]?.focus();
      keepForLater();
    };
  show();
  offer.hidden = false;
}
