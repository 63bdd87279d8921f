import { expect, it } from 'vitest';
import type { Channel } from '../../reports/messages/channel.ts';
import { readChannel, type TypedChannel } from './read-channel.ts';

const OWN = { id: 'c', directory: 'shili' };
const KNOWN = new Set(['shili-1', 'shili-2']);
const TYPED: TypedChannel = {
  ...{ name: '示例群', type: 'wecom', address: 'https://robot.example/send?key=k', secret: '' },
  ...{ stations: [], kinds: ['filed', 'overdue'] },
};
const BEFORE: Channel = {
  ...{ ...OWN, name: '示例群', type: 'dingtalk', address: 'https://robot.example/old', secret: 'SEC' },
  ...{ stations: ['shili-1'], kinds: ['filed'] },
};
const read = (changes: Partial<TypedChannel> = {}, before: Channel | null = null) =>
  readChannel({ ...TYPED, ...changes }, OWN, before, KNOWN);

it('is read as it was typed; no tick is every station', () => {
  expect(read()).toEqual({
    channel: {
      ...OWN,
      name: '示例群',
      type: 'wecom',
      address: TYPED.address,
      secret: null,
      stations: null,
      kinds: TYPED.kinds,
    },
    madeSecret: null,
  });
  expect(read({ stations: ['shili-2', 'shili-2'] })).toMatchObject({ channel: { stations: ['shili-2'] } });
});

it.each([
  [{ name: ' \u200b' }, { name: 'missing' }],
  [{ name: '示'.repeat(21) }, { name: 'too_long' }],
  [{ name: '示例\u202e群' }, { name: 'unseen' }],
  [{ type: 'pigeon' }, { type: 'type.unknown' }],
  [{ type: 'email', address: 'a@b.example' }, { type: 'type.no_mail' }],
  [{ address: '' }, { address: 'missing' }],
  [{ address: 'robot' }, { address: 'address.form' }],
  [{ address: 'http://robot.example/' }, { address: 'address.https' }],
  [{ address: 'https://10.0.0.1/' }, { address: 'address.private' }],
  [{ type: 'webhook', secret: 'short' }, { secret: 'secret.form' }],
  [{ stations: ['nobody'] }, { stations: 'stations.unknown' }],
  [{ kinds: [] }, { kinds: 'kinds.none' }],
  [{ kinds: ['gossip'] }, { kinds: 'kinds.none' }],
  [
    { name: '', address: '', kinds: [] },
    { name: 'missing', address: 'missing', kinds: 'kinds.none' },
  ],
] as const)('%j: %j', (changes, faults) => expect(read(changes)).toEqual({ faults }));

it('a webhook without a key is given one, which is shown once', () => {
  const made = read({ type: 'webhook' });
  if ('faults' in made) return expect.fail();
  expect(made.madeSecret).toMatch(/^whsec_/);
  expect(made.channel.secret).toBe(made.madeSecret);
});

it('what is left blank of a channel that is there stays; its kind cannot change', () => {
  expect(read({ type: 'dingtalk', address: '', stations: ['shili-1'] }, BEFORE)).toMatchObject({
    channel: { address: BEFORE.address, secret: 'SEC' },
    madeSecret: null,
  });
  expect(read({}, BEFORE)).toEqual({ faults: { type: 'type.changed' } });
});
