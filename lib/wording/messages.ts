import { dayOf, timeOf } from '../reports/days.ts';
import type { ChannelType, MessageKind } from '../reports/messages/channel.ts';
import { shortDay } from './reports.ts';

/** What staff are told in their work groups. Never a telephone number, an address or a word that a reader typed. */

export const MESSAGE_KIND: Record<MessageKind, string> = {
  filed: '新登记',
  reopened: '重新办理',
  due_soon: '快超时',
  overdue: '已超时',
  daily: '每日汇总',
};

export const CHANNEL_TYPE: Record<ChannelType, string> = {
  wecom: '企业微信机器人',
  dingtalk: '钉钉机器人',
  feishu: '飞书机器人',
  webhook: 'Webhook，有签名',
  email: '电子邮件',
};

/** `今天11:15` or `12月1日11:15`. */
const momentWords = (at: string, now: string) =>
  `${dayOf(at) === dayOf(now) ? '今天' : shortDay(dayOf(at))}${timeOf(at)}`;

export const messageWords = {
  title: (kind: MessageKind, ref: string) => `${MESSAGE_KIND[kind]} ${ref}`,
  noStation: '没写发行站',
  /** The parts of one report: its station, what is wrong, by when. */
  line: (station: string, kind: string, due: string | null) => [station, kind, ...(due ? [due] : [])].join(' · '),
  due: {
    submitted: (at: string, now: string) => `${momentWords(at, now)}前受理`,
    accepted: (at: string, now: string) => `${momentWords(at, now)}前开始办`,
    reopened: (at: string, now: string) => `${momentWords(at, now)}前开始办`,
    in_progress: (at: string, now: string) => `${momentWords(at, now)}前办完`,
  },
  late: (at: string, now: string) => `本该${momentWords(at, now)}前`,
  open: '打开这一件',
  openAll: '打开工作台',
  several: (n: number) => `攒下的${n}件`,
  more: (n: number) => `另有${n}件，请到工作台看`,
  dailyTitle: (city: string, day: string) => `${city}${shortDay(day)}汇总`,
  daily: ({ filed, settled, open, late }: { filed: number; settled: number; open: number; late: number }) => [
    `新登记${filed}件，办结${settled}件`,
    `还没办完${open}件${late > 0 ? `，其中已超时${late}件` : ''}`,
  ],
  /** A try whose end nobody knows may have arrived. */
  again: '（可能发过一次）',
  trial: '试发',
  trialText: (channel: string) => `这是报达发到“${channel}”的一条试发，收到就说明通了。`,
} as const;

/** 值班提醒: the page of the desk on which channels are made. */
export const channelWords = {
  heading: '值班提醒',
  lead: '有新登记、要超时的，发到工作群。只发编号、站名、问题和时限；电话、地址和读者写的话不发。',
  channels: '往哪里发',
  none: '还没有。添加一个，站里的人就不用一直盯着这一页。',
  columns: ['名称', '管哪些站', '发什么', '发得怎么样', '操作'],
  all: '全部',
  some: (names: readonly string[], all: number) =>
    all > names.length ? `${names.join('、')}等${all}个站` : names.join('、'),
  state: { fine: '在用', failing: '没送到', idle: '还没发过' },
  change: '改',
  changeLabel: (name: string) => `改${name}`,
  remove: '删掉',
  removeLabel: (name: string) => `删掉${name}`,
  removed: (name: string) => `已删掉“${name}”，不再往那里发。`,
  try: '发一条试试',
  tryLabel: (name: string) => `往${name}发一条试试`,
  tried: (time: string) => `${time}试发：对方收下了。`,
  triedInVain: (time: string, why: string) => `${time}试发：没送到，${why}。`,
  triedOften: '一小时里已经试了10次，过一会儿再试。',
  add: '添加',
  addHeading: '添加一个',
  changeHeading: (name: string) => `改“${name}”`,
  stop: '不改了',
  fields: {
    name: '名称',
    type: '是什么',
    address: '地址',
    secret: '签名密钥',
    stations: '管哪些站',
    kinds: '发什么',
  },
  hints: {
    name: '给自己人看的，比如“示例站群”。',
    address: '机器人的 Webhook 地址，或者邮箱。存好以后只显示最后4位。',
    addressKept: (end: string) => `现在的以 ${end} 结尾；不换就空着。`,
    secret: '钉钉、飞书机器人开了“加签”才有；自己的系统空着，会生成一个，只显示一次。',
    secretKept: '已有密钥；不换就空着。',
    stations: '一个也不勾，就是全部，没写发行站的登记也发。',
  },
  save: '保存',
  saving: '正在保存…',
  saved: (name: string) => `“${name}”存好了。`,
  secretOnce: (name: string) => `“${name}”存好了。签名密钥只显示这一次，请抄到对方系统里：`,
  wrong: '没有保存，请改下面几处。您填的都在。',
  gone: '这一个已经删掉了。',
  faults: {
    missing: '请填写。',
    too_long: '太长了：名称最多20个字，地址最多500个。',
    unseen: '里面有看不见的特殊字符，请删掉重输。',
    'type.unknown': '请选一种。',
    'type.changed': '种类不能改：请另外添加一个，再删掉这个。',
    'type.no_mail': '这里还不能发邮件：要先在服务器上设好 BAODA_SMTP 和 BAODA_MAIL_FROM。',
    'address.form': '不像一个网址，请从机器人的设置里整个复制过来。',
    'address.https': '要以 https:// 开头。',
    'address.private': '这是内部网络的地址，不能往那里发。',
    'address.mail': '不像一个邮箱地址。',
    'secret.form': '密钥要以 whsec_ 开头，后面是24到64个字节的 base64。空着就生成一个。',
    'stations.unknown': '里面有这座城市没有的发行站，请重新勾。',
    'kinds.none': '请至少勾一样。',
  },
  quiet: {
    heading: '安静的时间',
    from: '从',
    to: '到第二天',
    overdueToo: '已超时的也等到早上',
    hint: '这段时间的攒着，到点合成一条发。两格都空着就是没有。一个机器人一分钟最多发15条，整点和半点那一分钟不发。',
    save: '保存时间',
    saved: '存好了。',
    wrong: '时间写成 21:00 这样，两格不能一样，要么都空着。',
  },
  recent: {
    heading: '最近发的',
    none: '还没有发过。',
    columns: ['时间', '发给', '什么事', '哪一件', '送到没有'],
    removed: '已删掉的',
    several: (n: number) => `第${n}次`,
  },
  result: {
    sent: '已送到',
    dead: '没送到，已停',
    demonstration: '演示：写好了，没有真的发',
    dropped: '不用发了',
    held: '等安静的时间过去',
    waiting: '等着送',
    again: (time: string) => `等着再送，${time}`,
  },
} as const;

/** Why a message did not arrive, from the code that is kept of it. */
export function failureWords(said: string): string {
  const [what, number] = said.split(' ');
  switch (what) {
    case 'http':
      return `对方答${number}`;
    case 'code':
      return `机器人不收，代码${number}`;
    case 'timeout':
    case 'ETIMEDOUT':
    case 'ESOCKET':
      return '等了10秒没有回音';
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return '找不到这个地址';
    case 'ECONNREFUSED':
    case 'ECONNRESET':
      return '对方没有接';
    case 'private':
      return '地址通到内部网络，没有发';
    case 'unreadable':
      return '对方的回答看不懂，地址可能填错了';
    case 'no_smtp':
      return '服务器上没有设邮件';
    case 'EAUTH':
    case 'EENVELOPE':
      return '邮件服务器不收';
    default:
      return '没有连上';
  }
}
