/** What the service worker says above a page that it had kept, and where there is none to show. */
export const offlineWords = {
  kept: (month: number, date: number, printed: string | null) =>
    `${month}月${date}日保存的页面${printed ? `；号码${printed}登报` : ''}`,
  /** Above the kept front page, in the place of a page that is not among those that were kept. */
  notKept: '这一页没有存下来。下面是存下来的，打电话不用网络。',
  /** Above the kept front page, in the place of a page that only the network can give. */
  needsNetwork: '现在连不上，这一页打不开。登记、查进度、换字号要等连上；打电话不用网络。',
} as const;
