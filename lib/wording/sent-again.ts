import { trackWords } from './report-pages.ts';

const time = (minutes: number) => (minutes > 90 ? `${Math.ceil(minutes / 60)}小时` : `${minutes}分钟`);

const KEPT = '您填的都在这一页上，还没有交上来。这一页请不要关。';

/** The page that gives a form back where it could not be taken just now. What was typed stands on it. */
export const sentAgain = {
  heading: {
    client: '请过一会儿再交一次',
    phone: '这个电话今天登记满了',
    codes: '这一次没有打开',
    crowd: '请过一会儿再交一次',
    store: '这次可能没存下',
  },
  /** What happened and when to come back. */
  lead: {
    client: (minutes: number) => `同一个网络里交得太多，先停一停。请过${time(minutes)}，再按下面的按钮。`,
    phone: (minutes: number) =>
      `同一个电话一天收3次登记，今天收满了。请过${time(minutes)}，再按下面的按钮。今天就要交，请回到上一页，去掉电话再交。`,
    codes: () => trackWords.notices.too_many,
    crowd: (minutes: number) => `现在登记的人太多。请过${time(minutes)}，再按下面的按钮。`,
    store: (minutes: number) => `服务器这会儿存不下东西。请过${time(minutes)}，再按下面的按钮，不会登记两遍。`,
  },
  kept: {
    client: KEPT,
    phone: '您填的都在这一页上，还没有交上来；回到上一页也都在。',
    crowd: KEPT,
    store: '您填的都在这一页上。这一页请不要关。',
  },
  typed: '您填的',
  words: '您写的话',
  button: '再交一次',
  call: '着急请先打客服电话',
} as const;
