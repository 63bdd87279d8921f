import { keepSending } from '../lib/server/messages/keep-sending.ts';
import { keepTime } from '../lib/server/reports/keep-time.ts';

/** A process of `bench:instances` that keeps the time and sends what is due, and serves nothing. */
keepTime();
keepSending();
setInterval(() => {}, 60_000); // theirs do not keep a process alive
