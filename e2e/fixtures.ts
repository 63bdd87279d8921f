import { test as base, expect } from 'playwright/test';

export { expect };

/**
 * Whether readers' pages come without Next's client, as they are sent. An errand for each kind of page, tagged `@full`,
 * is run with it too: the project `full`.
 */
export const isLean = (): boolean => base.info().project.name !== 'full';

interface Options {
  /** What the console may say in a test that provokes it. */
  tolerated: RegExp[];
}

/** The browser asks for the icon when it likes, also where a test has just cut the network off. */
const isIconOffline = (text: string, url: string) =>
  text.includes('ERR_INTERNET_DISCONNECTED') && url.endsWith('/icon.svg');

/**
 * Any error in the console or in a script, a breach of the policy among them, fails the test. A page that a test opens
 * on purpose although it answers 404 is none.
 */
export const test = base.extend<Options>({
  tolerated: [[], { option: true }],
  context: async ({ context, tolerated }, use) => {
    const errors: { text: string; url: string }[] = [];
    const refusedPages = new Set<string>();
    context.on('console', (message) => {
      if (message.type() === 'error') errors.push({ text: message.text(), url: message.location().url });
    });
    context.on('weberror', (error) => errors.push({ text: String(error.error()), url: '' }));
    context.on('response', (response) => {
      if (response.status() >= 400 && response.request().isNavigationRequest()) refusedPages.add(response.url());
    });
    await use(context);
    const unexpected = errors.filter(
      ({ text, url }) =>
        !tolerated.some((pattern) => pattern.test(text)) &&
        !isIconOffline(text, url) &&
        !(text.startsWith('Failed to load resource') && refusedPages.has(url)),
    );
    expect(unexpected, 'errors in the console').toEqual([]);
  },
});
