import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import type { PublishedDirectory } from '#lib/directory/records.ts';
import { paths } from '#lib/paths.ts';
import { dayOf, timeOf } from '#lib/reports/days.ts';
import type { Channel } from '#lib/reports/messages/channel.ts';
import { quietSchema } from '#lib/reports/messages/times.ts';
import { inDirectory } from '#lib/server/desk/in-directory.ts';
import { getDesk } from '#lib/server/desk.ts';
import { findDirectory } from '#lib/server/directories.ts';
import type { OutboxMessage } from '#lib/server/messages/content.ts';
import { DEMONSTRATION, HELD } from '#lib/server/messages/send-due.ts';
import { stationNameIn } from '#lib/server/notices.ts';
import { requireCityPage } from '#lib/server/session.ts';
import { deskWords } from '#lib/wording/desk.ts';
import { CHANNEL_TYPE, failureWords, MESSAGE_KIND, channelWords as words } from '#lib/wording/messages.ts';
import { shortDay } from '#lib/wording/reports.ts';
import { ColumnHeads } from '../../../parts/ColumnHeads.tsx';
import { Scroll } from '../../../parts/Scroll.tsx';
import { one } from '../../flags/query.ts';
import { SettingsTabs } from '../SettingsTabs.tsx';
import { ChannelForm, QuietForm, RowActions } from './forms.tsx';

export const metadata: Metadata = { title: deskWords.title(words.heading) };

const SHOWN_MESSAGES = 50;
const SHOWN_NAMES = 3;

/** 值班提醒: where staff are told of reports, what they are told, and whether it arrived. */
export default async function ChannelsPage({ searchParams }: PageProps<'/desk/settings/channels'>) {
  const query = await searchParams;
  const asked = one(query.directory);
  const here = inDirectory(paths.desk.channels, asked);
  const staff = await requireCityPage(paths.desk.channels, 'channels', { directory: asked });
  const directory = (await findDirectory(staff.directory)) ?? notFound();
  const { store } = await getDesk();
  const [channels, messages, settings] = await Promise.all([
    store.channels.list(directory.id),
    store.outbox.recent(directory.id, SHOWN_MESSAGES),
    store.settings.read(directory.id),
  ]);
  const changed = channels.find(({ id }) => id === one(query.channel)) ?? null;
  return (
    <>
      <div className="head">
        <h1>{words.heading}</h1>
        <SettingsTabs current={paths.desk.channels} asked={asked} />
        <p className="lead">{words.lead}</p>
      </div>
      <div className="channels">
        <div>
          <Channels {...{ directory, channels, messages, here }} />
          <Recent {...{ channels, messages }} />
        </div>
        <div className="channels-side">
          <ChannelForm
            key={changed?.id ?? 'new'}
            directory={directory.id}
            here={here}
            districts={districtsOf(directory)}
            changed={changed && shownOf(changed)}
          />
          <QuietForm directory={directory.id} quiet={quietSchema.safeParse(settings.quiet).data ?? null} />
        </div>
      </div>
    </>
  );
}

/** What of a channel goes to a page: its secrets do not. */
const shownOf = ({ address, secret, ...channel }: Channel) => ({
  ...channel,
  end: `…${address.slice(-4)}`,
  hasSecret: secret !== null,
});

/** Stations to tick, by the districts that list them. */
function districtsOf(directory: PublishedDirectory) {
  const of = (id: string | null) =>
    directory.stations
      .filter((station) => station.district.value === id)
      .map((station) => ({ id: station.id, name: stationNameIn(directory, station) }));
  return [...directory.districts.map(({ id, label }) => ({ id, label })), { id: null, label: words.all }].flatMap(
    ({ id, label }) => {
      const stations = of(id);
      return stations.length > 0 ? [{ label, stations }] : [];
    },
  );
}

interface ListProps {
  directory: PublishedDirectory;
  channels: readonly Channel[];
  messages: readonly OutboxMessage[];
  here: string;
}

function Channels({ directory, channels, messages, here }: ListProps) {
  if (channels.length === 0)
    return (
      <section>
        <h2>{words.channels}</h2>
        <p className="lead">{words.none}</p>
      </section>
    );
  return (
    <section>
      <h2>{words.channels}</h2>
      <Scroll label={words.channels}>
        <table>
          <ColumnHeads texts={words.columns} />
          <tbody>
            {channels.map((channel) => (
              <tr key={channel.id}>
                <td>
                  <b>{channel.name}</b>
                  <br />
                  <small>{CHANNEL_TYPE[channel.type]}</small>
                </td>
                <td>{stationsOf(directory, channel)}</td>
                <td>{channel.kinds.map((kind) => MESSAGE_KIND[kind]).join('、')}</td>
                <td>
                  <State messages={messages.filter((message) => message.channel === channel.id)} />
                </td>
                <td>
                  <RowActions directory={directory.id} id={channel.id} name={channel.name} here={here} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
    </section>
  );
}

function stationsOf(directory: PublishedDirectory, { stations }: Channel): string {
  if (stations === null) return words.all;
  const names = directory.stations
    .filter(({ id }) => stations.includes(id))
    .map((one) => stationNameIn(directory, one));
  return words.some(names.slice(0, SHOWN_NAMES), names.length);
}

/** How the last message that was tried fared. */
function State({ messages }: { messages: readonly OutboxMessage[] }) {
  const last = messages.find(({ tries }) => tries > 0);
  if (!last) return words.state.idle;
  const isFine = last.state === 'sent' || last.state === 'dropped';
  return isFine ? words.state.fine : <span className="tag warning">{words.state.failing}</span>;
}

function Recent({ channels, messages }: Pick<ListProps, 'channels' | 'messages'>) {
  const names = new Map(channels.map(({ id, name }) => [id, name]));
  return (
    <section>
      <h2>{words.recent.heading}</h2>
      {messages.length === 0 ? (
        <p className="lead">{words.recent.none}</p>
      ) : (
        <Scroll label={words.recent.heading}>
          <table>
            <ColumnHeads texts={words.recent.columns} />
            <tbody>
              {messages.map((message) => (
                <tr key={message.id}>
                  <td>{`${shortDay(dayOf(message.at))}${timeOf(message.at)}`}</td>
                  <td>{names.get(message.channel) ?? words.recent.removed}</td>
                  <td>{MESSAGE_KIND[message.kind]}</td>
                  <td>{message.report ?? shortDay(message.about)}</td>
                  <td>
                    <Result message={message} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </Scroll>
      )}
    </section>
  );
}

function Result({ message: { state, said, tries, next_at } }: { message: OutboxMessage }) {
  const times = tries > 1 ? words.recent.several(tries) : '';
  if (state === 'sent' && said === DEMONSTRATION) return <>{words.result.demonstration}</>;
  if (state === 'sent') return <>{[words.result.sent, times].filter(Boolean).join('，')}</>;
  if (state === 'dropped') return words.result.dropped;
  if (state === 'dead')
    return (
      <>
        <b className="problem">{words.result.dead}</b> <small>{failureWords(said ?? '')}</small>
      </>
    );
  if (said === HELD) return words.result.held;
  if (tries === 0) return words.result.waiting;
  return (
    <>
      <span className="tag warning">{words.result.again(timeOf(next_at))}</span>{' '}
      <small>{[times, failureWords(said ?? '')].filter(Boolean).join('，')}</small>
    </>
  );
}
