import { deskWords } from './desk.ts';
import { adminHelp } from './help/admin.ts';
import { agentHelp } from './help/agent.ts';
import { dispatcherHelp } from './help/dispatcher.ts';
import { editorHelp } from './help/editor.ts';
import { ownerHelp } from './help/owner.ts';
import { type HelpPage, type HelpPart, said } from './help/page.ts';

/** 帮助: a page for each role, in the order in which a report meets them. */
export const HELP_PAGES = {
  agent: agentHelp,
  dispatcher: dispatcherHelp,
  editor: editorHelp,
  admin: adminHelp,
  owner: ownerHelp,
} as const satisfies Record<string, HelpPage>;
export type HelpRole = keyof typeof HELP_PAGES;
export const HELP_ROLES = Object.keys(HELP_PAGES) as HelpRole[];

/** What anybody may meet, at the end of each page. */
const TROUBLE: HelpPart = {
  heading: '碰到麻烦',
  steps: [
    '登录过期了：填的字都还在。就在那一页填用户名和密码，再按一次。',
    '网络断了：填的字都还在，连上再按。',
    '同事先办了一步：会告诉您现在是什么样。您写的没有丢，看一看再保存。',
    '忘了密码：请管理员重设，他会给您一个新链接。',
    `用键盘的：按 ? 键，看${said(deskWords.keys.heading)}。`,
    `公用的电脑，用完点${said(deskWords.signOut)}。`,
  ],
};

export const helpWords = {
  heading: '帮助',
  lead: '照着做的几张纸。点开看，也可以打印出来放在手边。',
  of: (name: string) => `${name}怎么用`,
  nonePosts: '您还没有岗位，请管理员给您岗位。',
  print: '打印',
  enlarge: '点图看大的',
  trouble: TROUBLE,
} as const;
