import { paths } from '#lib/paths.ts';
import { getDesk } from '#lib/server/desk.ts';
import { listSessions } from '#lib/server/own-account.ts';
import { deskWords, shortTime } from '#lib/wording/desk.ts';
import { ColumnHeads } from '../../parts/ColumnHeads.tsx';
import { Scroll } from '../../parts/Scroll.tsx';
import { deviceName } from './device-name.ts';

const words = deskWords.settings;

/** Where somebody is signed in, to be ended one by one or all at once. */
export async function Sessions({ staff, current, here }: { staff: string; current: string; here: string }) {
  const sessions = await listSessions(await getDesk(), staff);
  return (
    <section className="panel">
      <h2>{words.sessions}</h2>
      <Scroll label={words.sessions}>
        <table>
          <ColumnHeads texts={words.sessionColumns} />
          <tbody>
            {sessions.map(({ id, device, startedAt }) => (
              <tr key={id}>
                <th scope="row" title={device ?? undefined}>
                  {deviceName(device)}
                </th>
                <td>{shortTime(startedAt)}</td>
                <td>
                  {id === current ? (
                    words.thisOne
                  ) : (
                    <form method="post" action={paths.desk.send('end-session')}>
                      <input type="hidden" name="back" value={here} />
                      <input type="hidden" name="of" value={id} />
                      <button type="submit" aria-label={words.revokeLabel(deviceName(device))}>
                        {words.revoke}
                      </button>
                    </form>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
      <form method="post" action={paths.desk.send('end-sessions')}>
        <button type="submit">{words.everywhere}</button>
      </form>
    </section>
  );
}
