import type { ShownAnswer } from '../lookup/present.ts';
import type { FromLookup, ToLookup } from './lookup-port.ts';

/** Keys that follow each other faster than this are one question to the server. */
const PAUSE_MS = 150;

/** The engine on the phone; where it cannot be had, or is not there yet, the server. */
export class Answers {
  private readonly phone: PhoneAnswers | null;
  private readonly server: ServerAnswers;

  constructor(directory: string, isSearchedOnPhone: boolean) {
    this.phone = isSearchedOnPhone && typeof Worker === 'function' ? new PhoneAnswers(directory) : null;
    this.server = new ServerAnswers(directory);
  }

  /**
   * What the query finds; never where a newer question takes its place.
   * @throws TypeError where the server would have to be asked and cannot be reached
   */
  find(query: string): Promise<ShownAnswer> {
    const { phone, server } = this;
    if (!phone) return server.find(query);
    if (phone.isReady) return phone.find(query);
    // Whoever is first; the phone has the last word where the server fails.
    const served = server.find(query);
    const onPhone = phone.ready.then((isReady) => (isReady ? phone.find(query) : served));
    return Promise.race([onPhone, served.catch(() => onPhone)]);
  }
}

class PhoneAnswers {
  /** Settles once it is known whether the phone can search by itself. */
  readonly ready: Promise<boolean>;
  isReady = false;
  private readonly worker = new Worker('/lookup.js');
  private awaited: { query: string; resolve: (answer: ShownAnswer) => void } | undefined;

  constructor(directory: string) {
    this.ready = new Promise((resolve) => {
      this.worker.onerror = () => {
        this.isReady = false; // also one that failed later: the server answers from then on
        resolve(false);
      };
      this.worker.onmessage = ({ data }: MessageEvent<FromLookup>) => {
        if ('isReady' in data) {
          this.isReady = data.isReady;
          resolve(data.isReady);
        } else if (data.query === this.awaited?.query) this.awaited.resolve(data.answer);
      };
    });
    this.say({ directory });
  }

  private say(message: ToLookup): void {
    this.worker.postMessage(message);
  }

  find(query: string): Promise<ShownAnswer> {
    this.say({ query });
    return new Promise((resolve) => {
      this.awaited = { query, resolve };
    });
  }
}

/** Too many asked from there at this moment. */
export class Crowded extends Error {}

class ServerAnswers {
  private readonly address: string;
  private underWay = new AbortController();
  private askedAt = 0;

  constructor(directory: string) {
    const version = document.querySelector<HTMLElement>('[data-version]')?.dataset.version ?? '';
    this.address = `/${directory}/found.json?v=${encodeURIComponent(version)}&q=`;
  }

  async find(query: string): Promise<ShownAnswer> {
    this.underWay.abort();
    this.underWay = new AbortController();
    const { signal } = this.underWay;
    const wait = this.askedAt + PAUSE_MS - Date.now();
    this.askedAt = Date.now();
    if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait));
    const answer = await fetch(this.address + encodeURIComponent(query), { signal });
    if (answer.status === 429) throw new Crowded();
    if (!answer.ok) throw new Error(String(answer.status));
    return answer.json();
  }
}
