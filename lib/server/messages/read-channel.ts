import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import {
  CHANNEL_TYPES,
  type Channel,
  type ChannelType,
  MESSAGE_KINDS,
  type MessageKind,
} from '../../reports/messages/channel.ts';
import { isBlank, isDisguised, trimTyped } from '../../text/typed-text.ts';
import { canMail } from './deliver.ts';
import { targetProblem } from './target.ts';

/** A channel as somebody typed it. */
export interface TypedChannel {
  name: string;
  type: string;
  /** Blank where a channel that is there keeps its own, which nobody is shown again. */
  address: string;
  secret: string;
  stations: readonly string[];
  kinds: readonly string[];
}

/** What is wrong with a field. */
export type ChannelFault =
  | 'missing'
  | 'too_long'
  | 'unseen'
  | 'type.unknown'
  | 'type.changed'
  | 'type.no_mail'
  | 'address.form'
  | 'address.https'
  | 'address.private'
  | 'address.mail'
  | 'secret.form'
  | 'stations.unknown'
  | 'kinds.none';
export type ChannelFaults = Partial<Record<keyof TypedChannel, ChannelFault>>;

const LONGEST = { name: 20, address: 500, secret: 200 } as const;
const mailSchema = z.email();
const kindSchema = z.enum(MESSAGE_KINDS);
const typeSchema = z.enum(CHANNEL_TYPES);

/** As Standard Webhooks writes a key: 24 to 64 bytes. */
const WEBHOOK_SECRET = /^whsec_[A-Za-z0-9+/]{32,88}={0,2}$/;
const makeWebhookSecret = () => `whsec_${randomBytes(32).toString('base64')}`;

type Read<T> = { value: T } | { fault: ChannelFault };

/**
 * Reads what was typed; every fault at once.
 *
 * @param before the channel that is changed, or null for a new one
 * @param known the ids of the city's stations
 * @returns `madeSecret` is a key that was made here, to be shown once
 */
export function readChannel(
  given: TypedChannel,
  own: Pick<Channel, 'id' | 'directory'>,
  before: Channel | null,
  known: ReadonlySet<string>,
): { channel: Channel; madeSecret: string | null } | { faults: ChannelFaults } {
  const [name, address, secret] = [given.name, given.address, given.secret].map(trimTyped) as [string, string, string];
  const type = readType(given.type, before);
  const stations = given.stations.every((id) => known.has(id)) ? null : 'stations.unknown';
  const kinds = given.kinds.flatMap((kind): MessageKind[] => {
    const { data } = kindSchema.safeParse(kind);
    return data === undefined ? [] : [data];
  });
  const reads = {
    name: readText(name, LONGEST.name),
    type,
    address: 'value' in type ? readAddress(address, type.value, before) : { value: '' },
    secret: 'value' in type ? readSecret(secret, type.value, before) : { value: null },
    ...(stations && { stations: { fault: stations } as const }),
    ...(kinds.length === 0 && { kinds: { fault: 'kinds.none' } as const }),
  };
  const faults = Object.fromEntries(
    Object.entries(reads).flatMap(([field, read]) => ('fault' in read ? [[field, read.fault]] : [])),
  ) as ChannelFaults;
  if (Object.keys(faults).length > 0 || !('value' in type)) return { faults };
  const valueIn = <T>(read: Read<T>, otherwise: T): T => ('value' in read ? read.value : otherwise);
  const typedSecret = valueIn(reads.secret, null);
  const madeSecret = type.value === 'webhook' && typedSecret === null ? makeWebhookSecret() : null;
  const channel: Channel = {
    ...{ ...own, name, type: type.value, address: valueIn(reads.address, ''), secret: madeSecret ?? typedSecret },
    stations: given.stations.length === 0 ? null : [...new Set(given.stations)],
    kinds: [...new Set(kinds)],
  };
  return { channel, madeSecret };
}

function readText(text: string, longest: number): Read<string> {
  if (isBlank(text)) return { fault: 'missing' };
  if (isDisguised(text, false)) return { fault: 'unseen' };
  return [...text].length > longest ? { fault: 'too_long' } : { value: text };
}

function readType(typed: string, before: Channel | null): Read<ChannelType> {
  const { data: type } = typeSchema.safeParse(typed);
  if (type === undefined) return { fault: 'type.unknown' };
  if (before !== null && before.type !== type) return { fault: 'type.changed' };
  return type === 'email' && !canMail() ? { fault: 'type.no_mail' } : { value: type };
}

function readAddress(typed: string, type: ChannelType, before: Channel | null): Read<string> {
  if (typed === '' && before !== null) return { value: before.address };
  const read = readText(typed, LONGEST.address);
  if ('fault' in read) return read;
  if (type === 'email') return mailSchema.safeParse(typed).success ? read : { fault: 'address.mail' };
  const problem = targetProblem(typed);
  return problem === null ? read : { fault: `address.${problem}` };
}

/** Blank keeps what is there; a webhook without one is given one. */
function readSecret(typed: string, type: ChannelType, before: Channel | null): Read<string | null> {
  if (typed === '' || type === 'wecom' || type === 'email') return { value: before?.secret ?? null };
  const read = readText(typed, LONGEST.secret);
  if ('fault' in read || type !== 'webhook') return read;
  return WEBHOOK_SECRET.test(typed) ? read : { fault: 'secret.form' };
}
