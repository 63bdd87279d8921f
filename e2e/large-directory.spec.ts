import { makePlace } from '../test/made-city.ts';
import { type StartedServer, startServerAt } from '../test/server.ts';
import { expect, test } from './fixtures.ts';

/** Too many for a phone: there the server answers while somebody types. */
const ROWS = 3001;

test.describe('a directory too large for a phone', () => {
  // The machine may be busy, and each question is the server's.
  test.describe.configure({ timeout: 90_000 });
  let server: StartedServer;
  // The first question after the network is said to be back is lost; where the service worker is there already, in its words.
  test.use({ tolerated: [/ERR_INTERNET_DISCONNECTED|ERR_FAILED/] });
  // Not before: whoever only reads this file, as each worker does, must start nothing.
  test.beforeAll(() => {
    server = startServerAt(makePlace(ROWS));
  });
  test.afterAll(() => void server.process.kill('SIGTERM'));

  test('lists while one types, says when there is no network, and goes on when it is back', async ({
    page,
    context,
  }) => {
    const origin = `http://localhost:${await server.port()}`;
    const asked: string[] = [];
    page.on('request', (request) => asked.push(new URL(request.url()).pathname));
    await page.goto(origin);
    const field = page.getByRole('textbox');
    const first = page.locator('#found article h3').first();
    await field.pressSequentially('malanzi', { delay: 20 });
    await expect(first).toHaveText('马栏子', { timeout: 20_000 }); // the first makes the engine
    await expect(page).toHaveURL(/\?q=malanzi$/);
    expect(asked.filter((path) => path.endsWith('/found.json')).length).toBeLessThan(7);
    expect(asked).not.toContain('/lookup.js');

    const drawn = await page.locator('#found').innerHTML();
    const html = await (await page.request.get(`${origin}/made?q=malanzi`)).text();
    expect(html.replace(/<!--.*?-->/g, '')).toContain(drawn);

    await context.setOffline(true);
    await field.fill('唐梨沟');
    await expect(page.locator('#advice')).toContainText('没有连上网，“唐梨沟”还没查');
    await page.keyboard.press('Enter');
    await expect(field).toHaveValue('唐梨沟');
    let questions = 0;
    await page.route('**/found.json*', (route) =>
      questions++ === 0 ? route.abort('internetdisconnected') : route.continue(),
    );
    await context.setOffline(false);
    await expect(first).toHaveText('棠梨沟', { timeout: 20_000 });

    await field.fill('王');
    await expect(page.locator('#found article')).toHaveCount(50, { timeout: 20_000 });
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(/\?q=%E7%8E%8B$/);
    await expect(page.locator('#found article')).toHaveCount(50);
  });
});
