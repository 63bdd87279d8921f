import { expect, test } from './fixtures.ts';
import { rawRequest, sendRaw } from './raw-http.ts';

const PAGES = ['/', '/dalian', '/dalian/shahe', '/dalian/stations/shahe', '/dalian/print', '/dalian/data', '/privacy'];
const REFUSED_PAGE = '/nowhere/at/all';

test.describe('every answer', () => {
  for (const path of [...PAGES, REFUSED_PAGE, '/api/v1/directories', '/api/nothing', '/page.js', '/icon.svg', '/%']) {
    test(`${path} says how it may be used`, { tag: path === '/' ? '@full' : [] }, async ({ request }) => {
      const headers = (await request.get(path)).headers();
      expect(headers['content-security-policy']).toMatch(/^default-src 'none';.*frame-ancestors 'none'$/);
      expect(headers).toMatchObject({
        'x-content-type-options': 'nosniff',
        'x-frame-options': 'DENY',
        'referrer-policy': 'same-origin',
        'permissions-policy': expect.stringContaining('geolocation=()'),
      });
      expect(headers['x-powered-by']).toBeUndefined();
      expect(headers['cache-control'] ?? '').not.toContain('s-maxage');
    });
  }

  test('names its kind of error: a page for readers, a problem for programs', async ({ request }) => {
    const page = await request.get(REFUSED_PAGE);
    expect([page.status(), page.headers()['content-type']]).toEqual([404, 'text/html; charset=utf-8']);
    const problem = await request.get('/api/nothing');
    expect([problem.status(), problem.headers()['content-type']]).toEqual([404, 'application/problem+json']);
    expect(await problem.json()).toMatchObject({ status: 404, code: 'not_found' });
  });
});

test.describe('a lean page', () => {
  for (const path of [...PAGES, '/dalian/stations/nowhere', '/dalian/nowhere', REFUSED_PAGE]) {
    test(`${path} carries nothing of Next’s client`, async ({ request }) => {
      const answer = await request.get(path);
      const html = await answer.text();
      expect(html).not.toMatch(/\/_next\/[^"]*\.js|__next_f|__next_error__/);
      expect(html.match(/<h1[ >]/g)).toHaveLength(1);
      expect(answer.headers()['content-security-policy']).not.toContain('unsafe');
      expect(answer.headers().vary).toBe('Cookie, Accept-Encoding');
    });
  }

  test('is the same document for whoever asks like Next’s client', async ({ request }) => {
    const asked = await request.get('/dalian/shahe', { headers: { rsc: '1', 'next-router-prefetch': '1' } });
    expect(asked.headers()['content-type']).toBe('text/html; charset=utf-8');
  });

  test('a station that is not there gets the page that helps', async ({ page }) => {
    await page.goto('/dalian/stations/nowhere');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('没有这一页');
    await expect(page.getByLabel(/^输入站名/)).toBeVisible();
    await expect(page.getByRole('link', { name: /^拨打大连市局/ }).first()).toBeVisible();
  });
});

test('a kept page is asked for once more and not sent again', async ({ request }) => {
  const first = await request.get('/dalian/shahe');
  const { etag = '' } = first.headers();
  expect(etag).toMatch(/^W\/"/);
  const again = await request.get('/dalian/shahe', { headers: { 'if-none-match': `"other", ${etag}` } });
  expect([again.status(), (await again.body()).length, again.headers().etag]).toEqual([304, 0, etag]);
});

test('HEAD says what GET says, without the body', async ({ request }) => {
  const files = ['/api/v1/directories/dalian', '/page.js'];
  for (const path of [...PAGES, ...files]) {
    const [get, head] = await Promise.all([request.get(path), request.head(path)]);
    expect(head.status(), path).toBe(get.status());
    expect((await head.body()).length).toBe(0);
    for (const name of ['content-length', 'content-type', 'content-encoding', 'etag']) {
      expect(head.headers()[name], `${name} of ${path}`).toBe(get.headers()[name]);
    }
  }
});

for (const [accepted, encoding] of [
  ['gzip, br', 'br'],
  ['gzip', 'gzip'],
  ['br;q=0, identity', undefined],
] as const) {
  test(`who accepts ${accepted} gets ${encoding ?? 'plain text'}`, async ({ request }) => {
    const answer = await request.get('/dalian', { headers: { 'accept-encoding': accepted } });
    expect(answer.headers()['content-encoding']).toBe(encoding);
    expect(await answer.text()).toContain('沙河');
  });
}

for (const method of ['POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'TRACE']) {
  test(`${method} to a page is refused`, async () => {
    for (const path of ['/', '/dalian', '/dalian/shahe', '/icon.svg', '/nowhere']) {
      const answer = await sendRaw(rawRequest(`${method} ${path}`, ['Content-Length: 0']));
      expect(answer.status, path).toBe(405);
      expect(answer.head).toMatch(/^allow: GET, HEAD$/im);
    }
  });
}

test('TRACE to the API is a problem', async () => {
  const answer = await sendRaw(rawRequest('TRACE /api/v1/directories'));
  expect(answer.status).toBe(405);
  expect(answer.head).toContain('application/problem+json');
});

for (const body of [
  'junk',
  '--x\r\njunk',
  '--x\r\nContent-Disposition: form-data; name="$ACTION_ID_0"\r\n\r\n\r\n--x--',
]) {
  for (const type of ['multipart/form-data', 'multipart/form-data; boundary=x']) {
    test(`a posted form of junk (${type}, ${body.length} bytes) is no server error`, async ({ request }) => {
      for (const path of ['/', '/dalian', '/api/v1/directories', '/dalian/report/send']) {
        const answer = await request.post(path, { headers: { 'content-type': type }, data: body });
        expect(answer.status(), path).toBeGreaterThanOrEqual(400);
        expect(answer.status(), path).toBeLessThan(500);
      }
    });
  }
}

for (const path of [
  '/%E4%B8',
  '/%',
  '/dalian/%',
  '/a%00b',
  '/dalian/stations/%00',
  '/../../etc/passwd',
  '/dalian/..%2f..%2fetc',
  '/\xe4\xb8',
  '/api/v1/directories/%E4%B8',
]) {
  test(`the broken address ${JSON.stringify(path)} is refused cleanly`, async () => {
    const answer = await sendRaw(rawRequest(`GET ${path}`));
    expect(answer.status).toBe(400);
    expect(answer.head).toMatch(/^content-security-policy: default-src 'none'/im);
  });
}

for (const path of [
  '/dalian?q=%E4%B8',
  '/dalian?q=%00',
  '/dalian?q=%',
  '/dalian?q=a&q=b&__proto__=1',
  '/dalian?q[__proto__]=1',
  `/dalian?q=${'a'.repeat(7000)}`,
  '/__proto__',
  '/dalian/__proto__',
  '/dalian/stations/constructor',
  '/dalian/stations/row-27%20',
  '//example.org/',
  '/dalian/',
  '/_next/image?url=%2Ficon.svg&w=64&q=75',
  '/text-size?to=120&back=//example.org',
]) {
  test(`the odd address ${path.slice(0, 60)} never breaks a page`, async () => {
    const answer = await sendRaw(rawRequest(`GET ${path}`));
    expect(answer.status).toBeGreaterThanOrEqual(200);
    expect(answer.status).toBeLessThan(500);
    expect(answer.head).not.toMatch(/^location: (\/\/|http)/im);
  });
}

test('10 kB of search get an answer, from the page and from the API', async ({ request }) => {
  for (const character of ['a', '沙']) {
    const q = encodeURIComponent(character.repeat(10_000));
    expect((await request.get(`/dalian?q=${q}`)).status()).toBe(200);
    const answer = await request.get(`/api/v1/directories/dalian/stations?q=${q}`);
    expect(answer.status()).toBe(400);
    expect(await answer.json()).toMatchObject({ code: 'parameter_too_long', parameter: 'q' });
  }
});

test('an address that no page has ends with a page that says so', async ({ request }) => {
  const answer = await request.get(`/dalian?q=${'a'.repeat(100_000)}`);
  expect(answer.status()).toBe(414);
  expect(await answer.text()).toContain('地址太长了');
});

test('a part of a file is answered with the whole: nothing here is large', async ({ request }) => {
  expect((await request.get('/page.js', { headers: { range: 'bytes=999999-' } })).status()).toBe(200);
});

test('headers that do not end, or do not make sense, are refused', async () => {
  expect((await sendRaw(rawRequest('GET /', [`X-Long: ${'a'.repeat(200_000)}`]))).status).toBe(431);
  expect((await sendRaw('\x16\x03\x01 no http\r\n\r\n')).status).toBe(400);
  expect((await sendRaw('GET / HTTP/1.1\r\nConnection: close\r\n\r\n')).status).toBe(400);
  expect((await sendRaw('GET / HTTP/1.1\r\nHost: a b\r\nConnection: close\r\n\r\n')).status).toBe(400);
  expect(
    (await sendRaw('GET http://example.org/ HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n')).status,
  ).toBe(400);
});

test('no client can say which host or address it is', async ({ request }) => {
  const forged = { 'x-forwarded-host': 'evil.example', 'x-baoda-host': 'evil.example', forwarded: 'host=evil.example' };
  const robots = await (await request.get('/robots.txt', { headers: forged })).text();
  expect(robots).toContain('Disallow: /desk');
  expect(robots, 'no address from a header').not.toMatch(/evil|localhost|Sitemap/);
});

test.describe('a body', () => {
  const post = 'POST /api/v1/directories';
  const tooLong = 'x'.repeat(70_000);

  test('above 64 KB is refused by what it says of itself', async () => {
    const answer = await sendRaw(rawRequest(post, ['Content-Length: 70000'], tooLong));
    expect(answer.status).toBe(413);
    expect(answer.body).toContain('content_too_large');
  });

  test('above 64 KB is refused by what arrives, in chunks too', async () => {
    const chunked = `${tooLong.length.toString(16)}\r\n${tooLong}\r\n0\r\n\r\n`;
    const answer = await sendRaw(rawRequest(post, ['Transfer-Encoding: chunked'], chunked));
    expect(answer.status).toBe(413);
  });
});

test('a body that never comes, and headers one letter a second, are waited for ten seconds', async () => {
  const [body, headers] = await Promise.all([
    sendRaw(rawRequest('POST /api/v1/directories', ['Content-Length: 100'], 'a little')),
    sendRaw((socket) => {
      socket.write('GET / HTTP/1.1\r\nHost: localhost\r\nX-Slow: ');
      const drip = setInterval(() => socket.write('a'), 1000);
      socket.once('close', () => clearInterval(drip));
    }),
  ]);
  expect(body.status, 'a body').toBe(408);
  expect(body.body).toContain('request_timeout');
  expect(headers.status, 'headers').toBe(408);
});

test('for those who watch: the process answers', async ({ request }) => {
  const answer = await request.get('/healthz');
  expect(await answer.json()).toMatchObject({ status: 'ok' });
  expect(answer.headers()['cache-control']).toBe('no-store');
});

test('the manifest and its icons are there', async ({ request }) => {
  const manifest = await (await request.get('/manifest.webmanifest')).json();
  const files = [...manifest.icons.map((icon: { src: string }) => icon.src), '/favicon.ico', '/apple-touch-icon.png'];
  for (const file of files) expect((await request.get(file)).status(), file).toBe(200);
});

test('nothing repeats the host that a client wrote', async () => {
  const addresses = [...PAGES, REFUSED_PAGE, '/robots.txt', '/sitemap.xml', '/dalian/report', '/dalian/track', '/desk'];
  const files = [
    '/api/v1/openapi.json',
    '/dalian/stations/shahe/contact.vcf',
    '/manifest.webmanifest',
    '/dalian/lookup.json',
  ];
  for (const path of [...addresses, ...files]) {
    const { status, head, body } = await sendRaw(
      `GET ${path} HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n`,
    );
    expect(status, path).toBe([REFUSED_PAGE, '/sitemap.xml'].includes(path) ? 404 : 200);
    expect(head + body, path).not.toContain('evil');
  }
});
