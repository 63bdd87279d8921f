import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright/test';

/** The levels that staff's pages keep. */
export const LEVEL_AA = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
/** What readers' pages keep. */
const EVERY_LEVEL = [...LEVEL_AA, 'wcag2aaa'];

/**
 * What axe finds wrong with a page, a line each. Only what is wrong is told (what is right would be nine tenths of the
 * time), and no frame is looked into, since no page has one.
 */
export async function violationsOf(page: Page, levels: string[] = EVERY_LEVEL): Promise<string[]> {
  const axe = new AxeBuilder({ page }).options({ resultTypes: ['violations'] }).setLegacyMode();
  const { violations } = await axe.withTags(levels).analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' ')}`);
}
