import { test as base, expect } from 'playwright/test';

export { expect };

/** Whether readers' pages come without Next's client. Tests of bytes, scripts and policies carry the tag `@lean`. */
export const isLean = process.env.BAODA_LEAN !== '0';

interface Options {
  /** What the console may say in a test that provokes it, such as a 404. */
  tolerated: RegExp[];
}

/** Any error in the console or in a script, a breach of the policy among them, fails the test. */
export const test = base.extend<Options>({
  tolerated: [[], { option: true }],
  context: async ({ context, tolerated }, use) => {
    const errors: string[] = [];
    context.on('console', (message) => {
      if (message.type() === 'error') errors.push(`${message.text()} (${message.location().url})`);
    });
    context.on('weberror', (error) => errors.push(String(error.error())));
    await use(context);
    expect(
      errors.filter((text) => !tolerated.some((pattern) => pattern.test(text))),
      'errors in the console',
    ).toEqual([]);
  },
});
