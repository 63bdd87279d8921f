import { request as plainRequest } from 'node:http';
import { request as secureRequest } from 'node:https';
import { setTimeout as pause } from 'node:timers/promises';
import { createTransport } from 'nodemailer';
import type { Channel } from '../../reports/messages/channel.ts';
import { readEnvironment } from '../environment.ts';
import type { Content } from './content.ts';
import { PrivateTarget, publicLookup, targetProblem } from './target.ts';
import { type Request, refusalIn, requestFor, textOf } from './vendors.ts';

/** What came of sending: null, or a code of why it did not arrive. */
export type Delivered = string | null;

const LONGEST_MS = 10_000;
/** More of an answer is not read. */
const MOST_READ = 16_384;

/** Sends one message, and waits for what is said to it. Nothing is thrown. */
export async function deliver(channel: Channel, content: Content, now: Date): Promise<Delivered> {
  try {
    if (channel.type === 'email') return await mail(channel, content);
    if (targetProblem(channel.address) !== null) return 'private';
    const { status, body } = await post(requestFor({ ...channel, type: channel.type }, content, now));
    return refusalIn(channel.type, status, body);
  } catch (error) {
    return codeOf(error);
  }
}

/** No code of these holds an address: it is a secret. */
function codeOf(error: unknown): string {
  if (error instanceof PrivateTarget) return 'private';
  const { name, code } = error as NodeJS.ErrnoException;
  return name === 'TimeoutError' || name === 'AbortError' ? 'timeout' : (code ?? 'failed');
}

function post({ url, headers, body }: Request): Promise<{ status: number; body: string }> {
  const target = new URL(url);
  const request = target.protocol === 'https:' ? secureRequest : plainRequest;
  return new Promise((resolve, reject) => {
    const sent = request(
      target,
      { method: 'POST', lookup: publicLookup, signal: AbortSignal.timeout(LONGEST_MS), agent: false, headers },
      (answer) => {
        let text = '';
        answer.setEncoding('utf8').on('data', (part: string) => {
          text += part;
          if (text.length > MOST_READ) answer.destroy(new Error('too long')); // no robot's answer
        });
        answer.once('end', () => resolve({ status: answer.statusCode ?? 0, body: text }));
        answer.once('error', reject);
      },
    );
    sent.once('error', reject);
    sent.end(body);
  });
}

/** Whether this deployment can send mail at all. */
export const canMail = (): boolean => {
  const { BAODA_SMTP, BAODA_MAIL_FROM } = readEnvironment();
  return BAODA_SMTP !== null && BAODA_MAIL_FROM !== null;
};

/** A server that says a little now and then is never silent: its time is over all the same. */
const tooLong = async (): Promise<Delivered> => {
  await pause(LONGEST_MS, undefined, { ref: false });
  return 'timeout';
};

async function mail({ address }: Channel, content: Content): Promise<Delivered> {
  const { BAODA_SMTP, BAODA_MAIL_FROM } = readEnvironment();
  if (BAODA_SMTP === null || BAODA_MAIL_FROM === null) return 'no_smtp';
  const transport = createTransport(BAODA_SMTP, {
    ...{ connectionTimeout: LONGEST_MS, greetingTimeout: LONGEST_MS, socketTimeout: LONGEST_MS },
    ...{ disableFileAccess: true, disableUrlAccess: true },
  });
  try {
    const text = textOf(content, (name, url) => `${name} ${url}`);
    const messageId = `<${content.id}@${URL.parse(BAODA_SMTP)?.hostname ?? 'localhost'}>`;
    const sent = transport.sendMail({ from: BAODA_MAIL_FROM, to: address, subject: content.title, text, messageId });
    return await Promise.race([sent.then(() => null), tooLong()]);
  } finally {
    transport.close();
  }
}
