import type { Promised } from '../reports/clocks.ts';
import { dayOf, timeOf } from '../reports/days.ts';
import type { StepRefusal } from '../reports/decide.ts';
import type { FieldFault } from '../reports/form.ts';
import { STAFF_STATES } from '../reports/lifecycle.ts';
import type { Kind, Result, State } from '../reports/words.ts';
import { KIND_FOR_READERS, RESULT_SAID, shortDay, weekDay } from './reports.ts';
import { stationTitle } from './station-title.ts';

/** Every sentence of the report form, its check, the receipt and the tracking page. */

const COUNT = ['', '一', '两', '三', '四', '五', '六', '七'];

/** `11月23日周一10:00` of an instant. */
const moment = (instant: string) => `${weekDay(dayOf(instant))}${timeOf(instant).replace(/^0/, '')}`;

export const formWords = {
  heading: '登记投递问题',
  lead: '先打电话最快。打了没解决，再登记。',
  leadFaults: (count: number) => `您填的都还在，改好${count === 1 ? '这' : `这${count}`}处就行。`,
  unattended: ['还没有工作人员值班：登记会保存，', '但暂时没人处理，请先打电话。'],
  closed: ['在线登记暂未开通，', '请直接打电话。'],
  faults: (count: number) => `请检查这${count}处`,
  notices: {
    again: '请看一看填得对不对，再按一次“下一步”。',
    key_reused: '这一份已经提交过别的内容，请再提交一次。',
    closed: '在线登记刚刚关了。您填的还在，请先打电话。',
  },
  promise: ({ acceptedBy, doneBy }: Promised) => [
    `最晚${moment(acceptedBy)}有人受理，`,
    `最晚${weekDay(doneBy)}办完。`,
  ],
  promiseNow: '现在登记：',
  promiseAfter: '提交以后：',
  assumed: '（放假安排还没公布，按平常的日子算）',
  unknownStation: '不知道是哪个站',
  notThisStation: '不是这个站',
  hints: {
    dates: '可以选几天',
    place: '写小区、楼、单元。',
    placeRedelivery: '选“补送”要写。',
    placeUnknown: '不知道是哪个站就要写。',
    door: '门牌可写可不写，只给送报的人看。',
    phone: '只有选“请回电”才要填',
    text: '最多500字，比如报纸坏在哪里',
    /** Where the kind asks for it. */
    wayIn: ['选“送报员进不来”，要写怎么才进得来，', '最多500字；只给送报的人和调度看。'],
  },
  /** Names that do not fit on one line of their box, in parts that each stay whole. */
  kindParts: { no_access: ['送报员', '进不来'], delivered_while_stopped: ['停报期间', '还在送'] } as Partial<
    Record<Kind, readonly string[]>
  >,
  more: '补充几句',
  moreHint: '（可以不填）',
  earlier: '更早的日子',
  papersHeading: '什么报纸，几份',
  recentDays: ['今天', '昨天', '前天'] as readonly string[],
  next: '下一步：核对',
  trap: '这一格请留空',
  unsent: ['还没发出去：现在没有网络。', '您填的还在，也存在这台手机上，', '有网以后再按一次。'],
} as const;

export const checkWords = {
  heading: '核对后提交',
  lead: '还没有提交。看看对不对。',
  edit: '返回修改',
  send: '提交',
  rows: {
    station: '发行站',
    kind: '问题',
    dates: '哪天',
    papers: '报纸',
    place: '送到',
    wanted: '希望',
    phone: '电话',
    text: '情况',
    calledAlready: '打过电话',
  },
  papers: (papers: string, copies: string) => [papers, copies && `${copies}份`].filter(Boolean).join('，'),
  keptHeading: '会留下什么',
  kept: {
    why: ['为什么留', '给发行站处理这件事用'],
    who: ['谁能看到', '处理这件事的工作人员；', '电话平时遮住中间四位，', '门牌只给送报的人看'],
    long: ['留多久', '电话和地址：', '办结后90天。', '其余：365天后去掉能认出您的内容'],
    erase: ['能删吗', '能，用查询码随时删'],
    /** Of what was written about how to get in, before what holds for the rest. */
    wayIn: {
      who: ['怎么进来：', '只有送报员和调度看得到。', '其余：'],
      long: ['怎么进来：', '办结后90天。'],
    },
    /** Where no phone is asked for. */
    unattended: {
      why: ['为什么留', '留个记录，等有人值班再看'],
      who: ['谁能看到', '处理这件事的工作人员；', '门牌只给送报的人看'],
      long: ['留多久', '地址：办结后90天。', '其余：365天后去掉能认出您的内容'],
    },
  },
  mayStillCome: '今天的报纸可能还在路上，可以等一等再登记；现在登记也行。',
  same: (count: number) => `这栋楼同一天已经有${count}件同样的登记。`,
} as const;

export const receiptWords = {
  heading: '登记好了',
  /** `days` is empty where the kind is about none. */
  lead: (station: string, days: string, kind: string) => `${station}，${days}${kind}`,
  ref: '受理编号',
  code: '查询码',
  codeFor: ['查询码只给您自己用，', '工作人员不会问您要。'],
  refFor: ['受理编号可以告诉别人，', '单凭它查不到您的内容。'],
  keep: ['请抄下来、截图或打印：', '一小时后这一页就看不到了。'],
  copy: '复制编号和码',
  print: '打印这一页',
  next: '接下来',
  now: '现在',
  acceptedStep: (station: string | null) =>
    station ? `有人受理，转给${stationTitle(station)}` : '有人受理，确定是哪个发行站',
  doneStep: '办完，等您确认',
  latest: (text: string) => `最晚${text}`,
  unattended: ['已经存下来了。', '现在没有工作人员值班，', '暂时没人处理，请先打电话。'],
  track: '查办理进度',
  trackAt: (address: string) => `查办理进度：${address}`,
} as const;

const UNATTENDED_LEAD = '已经存下来了，但现在没有工作人员值班，请先打电话。';

/** What a sentence about a state can say: whose turn it is, until when silence is waited for, who did what. */
export interface StateFacts {
  station: string;
  by: string | null;
  /** Who says that it is done, and what; null where nobody has yet. */
  done: { by: 'station' | 'office'; result: Result } | null;
}

const doneLead = ({ station, done }: StateFacts) =>
  `${done?.by === 'office' ? '工作人员' : station}说${RESULT_SAID[done?.result ?? 'other']}，等您说一声。`;

/** What the state means for the reader, in one sentence. */
const LEADS: Record<State, (facts: StateFacts) => string> = {
  submitted: () => '等工作人员受理。',
  accepted: ({ station }) => `已经转给${station}，等他们办理。`,
  in_progress: ({ station }) => `${station}正在办理。`,
  waiting: ({ by }) => `工作人员有话问您，请在下面回答。${by ? `${by}前没有回音，就接着办。` : ''}`,
  resolved: (facts) => doneLead(facts) + (facts.by ? `${facts.by}前没有回音，就算办完了。` : ''),
  reopened: ({ station }) => `您说没解决，${station}要重新办理。`,
  closed: () => '已经办完。14天里还可以说没解决。',
  rejected: () => '没有受理，原因在下面。',
  duplicate: () => '和另一件是同一件事，已经合在一起办。',
  withdrawn: () => '您已经撤回。',
};

const STAFFED: readonly State[] = STAFF_STATES;

/** A sentence in its clauses, so that no date and no short last clause is torn. */
const clauses = (text: string) => text.split(/(?<=[，。；])/);

/** 在这台手机上记住, on the receipt and on the tracking page. */
export const rememberWords = {
  remember: '在这台手机上记住',
  hint: [
    '以后点“查办理进度”就能看，',
    '不用再填编号和查询码。',
    '记60天，随时可以不记。',
    '别人也用这台手机，就不要记。',
  ],
  remembered: '已经在这台手机上记住。',
  forget: '不记了',
  heading: '这台手机上记住的',
  see: '看进度',
  item: (station: string | null, kind: string) => `${station ?? '不知道是哪个站'}，${kind}`,
  /** `days` is empty where the kind is about none. */
  about: (days: string, filed: string) => (days === '' ? `${filed}登记` : `${days}的报纸`),
} as const;

/** The kind as one says it on the telephone. */
const KIND_ALOUD: Record<Kind, string> = {
  ...KIND_FOR_READERS,
  missed: '没收到报纸',
  late: '报纸送晚了',
  misdelivered: '报纸送错了',
  other: '其他问题',
  pages_missing: '报纸少了几版',
};

export const trackWords = {
  heading: '办理进度',
  ref: '编号',
  refHint: (letters: string) => [`例如 ${letters}261129-0007；`, '字母和短横可以不填'],
  code: '查询码',
  codeHint: '12个数字，空格可有可无',
  open: '查办理进度',
  notices: {
    missing: '编号和查询码都要填。',
    unknown: '编号或查询码不对，或者内容已经删除。请再看一看。',
    elsewhere: '这个编号是别的城市的。请到那座城市的“查办理进度”去查。',
    too_many: '编号或查询码不对，试错的次数也太多了。填对了随时能打开：请对照登记时给您的再填一次，或者打电话。',
    erased: '已经删除。您填的内容都没有了，查询码也不能再用。',
    gone: '这一页已经过期，请重新填编号和查询码。',
    gone_kept: '这一页已经过期，请重新填编号和查询码，您写的话还在。',
    stale: '这件的进度刚刚变了，下面是最新的情况。请看一看再按。',
  },
  stateLead: (state: State, attended: boolean, facts: StateFacts) =>
    clauses(attended || !STAFFED.includes(state) ? LEADS[state](facts) : UNATTENDED_LEAD),
  acts: {
    confirmed: '已解决',
    disputed: '未解决',
    answered: '回答',
    withdrawn: '撤回',
    called: '我也打过电话了',
    escalated: '还没解决',
    erase: '删除',
  },
  answerLabel: '您的回答',
  disputeLabel: '哪里没解决（可以不填）',
  notSent: '您刚才写的没有发出去，打电话时可以照着说：',
  sure: {
    erase: {
      heading: '删除这次登记的内容？',
      text: '删了就找不回来：您填的电话、地址和情况都会去掉，没办完的就算撤回，查询码也不能再用。',
      yes: '确定删除',
      no: '不删，返回',
    },
    withdrawn: { heading: '撤回这次登记？', text: '撤回以后就不再办了。', yes: '确定撤回', no: '不撤回，返回' },
  },
  timeline: '办到哪一步了',
  next: '接下来',
  nextBy: (by: string) => `接下来，${by}前`,
  /** The limit that was told has run out. */
  nextLate: (by: string) => `接下来，本该${by}前`,
  readAloud: '打客服时照着念',
  lines: {
    ref: (ref: string) => `编号${ref}`,
    what: (station: string | null, kind: Kind) => `${station ?? '不知道是哪个站'}，${KIND_ALOUD[kind]}`,
    days: (days: string, count: number) => `${days}，${COUNT[count] ?? count}天`,
    filed: (day: string, last: { day: string; text: string } | null) =>
      `${shortDay(day)}登记，${last ? shortDay(last.day) + last.text : '还没有人办'}`,
    called: { unsolved: '我打过发行站电话，没解决', no_answer: '我打过发行站电话，没打通', again: '我也打过电话' },
    unsolved: (kind: Kind) => (kind === 'missed' ? '我还没收到' : '我这边还没解决'),
  },
  other: '查另一件',
  mine: {
    heading: '我的登记',
    hint: '这台手机上登记过的。点一下填上编号，查询码要自己输。',
    clear: '清除本机记录',
  },
  lost: {
    heading: '查询码丢了？',
    text: [
      '查询码不留底，',
      '谁也查不到，也补不了。',
      '请打电话，报编号：',
      '工作人员能查到这件办到哪一步，',
      '能接着办；',
      '不能把查询码告诉您，',
      '也不能凭电话里的话替您删除。',
    ],
  },
} as const;

/** What is said at the top of the tracking page after something went wrong; codes of forms and of the lifecycle. */
export type TrackNotice = keyof typeof trackWords.notices | StepRefusal | FieldFault;
