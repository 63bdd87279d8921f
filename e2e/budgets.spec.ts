import { BUDGETS, compressedBytes } from '../test/budgets.ts';
import { expect, test } from './fixtures.ts';

test.describe('on the wire', () => {
  for (const { addresses, most } of BUDGETS) {
    test(`${addresses.join(' and ')}: at most ${most} bytes`, async ({ baseURL }) => {
      const bytes = await compressedBytes(baseURL ?? '', addresses);
      expect(bytes).toBeGreaterThan(0);
      expect(bytes).toBeLessThanOrEqual(most);
    });
  }
});
