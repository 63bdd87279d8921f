import { createHmac } from 'node:crypto';
import { Webhook } from 'standardwebhooks';
import { z } from 'zod';
import type { Channel } from '../../reports/messages/channel.ts';
import { messageWords as words } from '../../wording/messages.ts';
import type { Content } from './content.ts';

/**
 * What each kind of robot is sent, and how it says that it took it.
 * WeCom: developer.work.weixin.qq.com/document/path/91770. DingTalk: open.dingtalk.com, custom robots, signed.
 * Feishu: open.feishu.cn, custom bots, signed. Webhooks: standardwebhooks.com.
 */
export interface Request {
  url: string;
  headers: Record<string, string>;
  body: string;
}

const JSON_TYPE = { 'content-type': 'application/json; charset=utf-8' };
/** WeCom refuses more, in bytes; the others take it too. */
const MOST_BYTES = 2048;

/** What Markdown would read as signs of its own. */
const plain = (text: string): string => text.replace(/[\\`*_[\]()<>#~|]/g, ' ');

/** The lines of a message, cut where a robot would refuse them: whole lines go, never half of one. */
export function textOf(content: Content, link: (text: string, url: string) => string, strong = (text: string) => text) {
  const title = content.isRepeated ? content.title + words.again : content.title;
  const several = content.reports.length > 1;
  const reports = content.reports.map(({ ref, kind, text, url }) => {
    const line = plain(several ? `${words.title(kind, ref)} ${text}` : text);
    return several && url ? link(line, url) : line;
  });
  const last = content.url ? [link(several ? words.openAll : words.open, content.url)] : [];
  let kept = [...content.lines.map(plain), ...reports];
  const all = () => [strong(plain(title)), ...kept, ...last].join('\n');
  while (kept.length > 1 && Buffer.byteLength(all()) > MOST_BYTES) kept = kept.slice(0, -1);
  return all();
}

const markdown = (content: Content): string =>
  textOf(
    content,
    (text, url) => `[${text}](${url})`,
    (text) => `**${text}**`,
  );

function dingTalkUrl({ address, secret }: Channel, now: Date): string {
  const url = new URL(address);
  if (secret !== null) {
    const timestamp = String(now.getTime());
    url.searchParams.set('timestamp', timestamp);
    url.searchParams.set('sign', createHmac('sha256', secret).update(`${timestamp}\n${secret}`).digest('base64'));
  }
  return url.href;
}

function feishuSignature(secret: string | null, now: Date): object {
  if (secret === null) return {};
  const timestamp = String(Math.floor(now.getTime() / 1000));
  return { timestamp, sign: createHmac('sha256', `${timestamp}\n${secret}`).update('').digest('base64') };
}

/** What the office's own system gets: the same facts, to be read by a program. */
function webhookRequest({ address, secret }: Channel, content: Content, now: Date): Request {
  const { id, at, kind, title, lines, reports, url, isRepeated } = content;
  const body = JSON.stringify({
    type: `reports.${kind}`,
    timestamp: at,
    data: { title, lines, reports, url, isRepeated },
  });
  const signature = new Webhook(secret ?? '').sign(id, now, body);
  const signed = {
    'webhook-id': id,
    'webhook-timestamp': String(Math.floor(now.getTime() / 1000)),
    'webhook-signature': signature,
  };
  return { url: address, headers: { ...JSON_TYPE, ...signed }, body };
}

/** The request that carries a message to a robot or a system. */
export function requestFor(
  channel: Channel & { type: Exclude<Channel['type'], 'email'> },
  content: Content,
  now: Date,
): Request {
  const request = (body: object, url = channel.address): Request => ({
    ...{ url, headers: JSON_TYPE, body: JSON.stringify(body) },
  });
  switch (channel.type) {
    case 'wecom':
      return request({ msgtype: 'markdown', markdown: { content: markdown(content) } });
    case 'dingtalk':
      return request(
        { msgtype: 'markdown', markdown: { title: content.title, text: markdown(content).replaceAll('\n', '\n\n') } },
        dingTalkUrl(channel, now),
      );
    case 'feishu': {
      const text = textOf(content, (name, url) => `${name} ${url}`);
      return request({ ...feishuSignature(channel.secret, now), msg_type: 'text', content: { text } });
    }
    case 'webhook':
      return webhookRequest(channel, content, now);
  }
}

const answerSchema = z.object({ errcode: z.number().optional(), code: z.number().optional() });

/** Why a robot did not take a message, as a code for the desk; null where it did. They answer 200 to what they refuse. */
export function refusalIn(type: Channel['type'], status: number, body: string): string | null {
  if (status < 200 || status >= 300) return `http ${status}`;
  if (type === 'webhook') return null;
  try {
    const { errcode, code } = answerSchema.parse(JSON.parse(body));
    const said = errcode ?? code ?? 0;
    return said === 0 ? null : `code ${said}`;
  } catch {
    return 'unreadable'; // no robot: some page that answers everything
  }
}
