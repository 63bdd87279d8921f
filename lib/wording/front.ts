import { goneWords } from './gone.ts';
import { words } from './reader.ts';

/** Where too many are here at one moment: the only refusal with a page of its own, made without a store. */
export const crowded = {
  heading: '现在人太多了',
  lead: (seconds: number) => `同时来看的人太多，请过${seconds}秒再试。`,
  sent: '刚才填的还没有交上来。请按“返回”，等一会儿再交一次。',
  kept: '刚才填的还没有交上来，都在这一页里，请不要关。等一会儿，按下面的按钮再交一次。',
  again: '再交一次',
  call: '着急请先打客服电话：',
} as const;

/** What a reader sees in the place of a page that cannot be sent; each also has the search and the city line. */
export const refusals = {
  400: { heading: '地址不对', lead: '地址可能没抄全，或者多了别的字。' },
  401: { heading: '没有登录，或者登录过期了', lead: '登录以后再试一次。' },
  403: { heading: '这次没有收下', lead: '不是从本站的页面提交的。请回到原来的页面再试一次。' },
  404: words.notFound,
  405: { heading: '这样打不开', lead: '请从下面重新开始找。' },
  408: { heading: '等得太久了', lead: '网络可能不好。请再试一次，或者先打电话。' },
  410: { heading: goneWords.heading.station, lead: goneWords.file },
  413: { heading: '内容太多了', lead: '请少写一点再试，或者先打电话。' },
  414: { heading: '地址太长了', lead: '请少写几个字再找。' },
  429: { heading: '现在太忙了', lead: '请过一会儿再试，着急请先打电话。' },
  500: words.failed,
  503: { heading: crowded.heading, lead: '请过一会儿再试，着急请先打电话。' },
} as const;

/** What staff are told instead of the lead. */
export const deskLead = '什么也没有保存。请回到上一页，再试一次。';
