/** What the service worker says above a page that it had kept. */
export const offlineWords = {
  kept: (month: number, date: number, printed: string | null) =>
    `${month}月${date}日保存的页面${printed ? `；号码${printed}登报` : ''}`,
} as const;
