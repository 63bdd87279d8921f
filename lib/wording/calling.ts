import type { CallOutcome } from '../directory/call-outcome.ts';
import type { CallOrder, CallProgress } from '../directory/calling.ts';
import { longDate } from './dates.ts';
import { cardinal } from './reader.ts';
import { stationTitle } from './station-title.ts';

/** 核实清单: the numbers that are called one after another. */

const OUTCOME = {
  station: '接通，是发行站',
  other: '接通，不是',
  unanswered: '没人接',
  dead: '空号',
} satisfies Record<CallOutcome, string>;

const PROPOSES = { waits: '提出停用，等另一名编辑同意', once: '停用，马上生效' } as const;

/** The stations of a call, in a sentence. */
const titles = (names: readonly (string | null)[]): string =>
  names.flatMap((name) => (name === null ? [] : [stationTitle(name)])).join('、');

/** What is asked: the words before the name, the name, and those after it. A row without a name asks for it. */
const question = (names: readonly (string | null)[]): [string, string, string] =>
  names.some((name) => name !== null)
    ? ['您好，请问这里是', titles(names), '吗？']
    : ['您好，请问这里是哪里？', '', ''];

const typed = (text: string) => (text ? `。您写的是：${text}。` : '。');

export const callingWords = {
  heading: '核实清单',
  print: '打印清单',
  checked: (checked: number, all: number) => `已核实 ${checked}/${all}`,
  /** What of the others is how; what there is none of is left out. */
  others: ({ inVain, waiting, outOfUse, barred, untried }: CallProgress) =>
    (
      [
        ['没人接', inVain],
        ['停用等同意', waiting],
        ['已停用', outOfUse],
        ['不能拨打', barred],
        ['还没打', untried],
      ] as const
    )
      .flatMap(([what, n]) => (n > 0 ? [`${what}${n}`] : []))
      .join('，'),
  first: '先打',
  order: { printed: '照登报顺序', oldest: '最久没核实的先打' } satisfies Record<CallOrder, string>,
  reorder: '换顺序',

  unnamed: '没写站名的号码',
  titles: (names: readonly (string | null)[]) => titles(names) || callingWords.unnamed,
  source: (district: string, row: number, printed: string) =>
    `${district && `${district}，`}第${row}行，报上印的是${printed}`,
  added: (district: string) => `${district && `${district}，`}工作人员添加`,
  question,
  inVain: (days: readonly string[]) => `${days.map(longDate).join('、')}打过，没人接`,
  lastCheck: (checked: string) => `上次：${checked}`,
  call: '拨打',

  outcomes: '这个电话',
  outcome: OUTCOME,
  note: (outcome: CallOutcome, check: string, twoEditors: boolean) =>
    ({
      station: `记“${check}”`,
      unanswered: '不算核实，明天再排上',
      other: twoEditors ? PROPOSES.waits : PROPOSES.once,
      dead: twoEditors ? PROPOSES.waits : PROPOSES.once,
    })[outcome],
  hint: '按 1 不用写理由，历史里记“问过站名，对方说是”。按 2 和 4，再写一句对方怎么说。',
  more: '对方还说了别的',
  moreExamples: '换了号、地址、几点上班……',
  write: '写下来',
  text: '对方怎么说',
  textHint: '和这个电话的结果一起记进历史。要改号码、地址，记下以后到这个站的页面改。',
  toStation: (name: string) => `看${name}的页面`,
  sentence: '请写一句：对方怎么说，或者听到的是什么。',
  missing: (outcome: CallOutcome) => `还没记下“${OUTCOME[outcome]}”，再写一句`,
  press: '还没记下：请选这个电话的结果。',
  save: (outcome: CallOutcome, twoEditors: boolean) =>
    `记下“${OUTCOME[outcome]}”，${twoEditors ? '提出停用' : '停用这个号码'}`,
  saving: '正在记…',

  /** What stands in the history of a number. */
  reason: (outcome: CallOutcome, text: string) => {
    if (outcome === 'station') return text ? `问过站名，对方说是；${text}` : '问过站名，对方说是';
    return outcome === 'unanswered' ? text : `${OUTCOME[outcome]}：${text}`;
  },
  number: (names: readonly (string | null)[], kind: string) => `${callingWords.titles(names)}${kind}`,
  done: (number: string, outcome: CallOutcome, waits: boolean) =>
    `${number}：${OUTCOME[outcome]}，已记下${waits ? '，等另一名编辑同意停用' : ''}。`,
  undone: (number: string) => `已撤销：${number}，请再选一次。`,
  /** It is not called any more, whoever decided that. What was typed is said again: it is not saved. */
  gone: (number: string, text: string) => `${number}现在不在清单里了，没有再记${typed(text)}`,
  thisNumber: '这个号码',
  /** A colleague was quicker. What was typed is said again: it is not saved. */
  quicker: (number: string, by: string, time: string, what: string, text: string) =>
    `${by}在${time}先记了${number}：${what}。您的没有再记${typed(text)}`,

  next: '接下来',
  rowLabel: (row: number) => `第${row}行`,
  noNext: '后面没有了。',
  recent: '刚打过的',
  noRecent: '今天您还没打过。',
  recentOutcome: { check: '接通，是', unanswered: '没人接', out_of_use: '停用', propose: '提出停用' },
  undo: '撤销',
  undoLabel: (number: string) => `撤销${number}`,
  shared: {
    before: (names: readonly (string | null)[], kind: string) =>
      `${names.map((name) => name ?? callingWords.unnamed).join('和')}是同一个${kind}`,
    after: (stations: number) => `：打一次，${cardinal(stations)}个站一起记。`,
  },

  allDone: '能打的号码都核实过了。',
  dayDone: (n: number) => `今天要打的都打完了。还有${n}个没人接，明天再排上。`,
  goRound: '从最久没核实的再打一遍',

  keys: { skip: '跳过', back: '上一个', undo: '撤销刚才的', all: '全部按键', record: ['到', '记下，自动到下一个'] },
  keySheet: {
    1: OUTCOME.station,
    2: OUTCOME.other,
    3: OUTCOME.unanswered,
    4: OUTCOME.dead,
    j: '跳过',
    k: '上一个',
    u: '撤销刚才的',
    '?': '全部按键',
  },

  sheet: {
    back: '回核实清单',
    print: '打印',
    lead: (date: string, order: CallOrder, n: number, { checked, all, barred, waiting, outOfUse }: CallProgress) => {
      const left = [
        ...(barred > 0 ? [`不能拨打的${barred}个`] : []),
        ...(waiting > 0 ? [`等同意停用的${waiting}个`] : []),
        ...(outOfUse > 0 ? [`已停用的${outOfUse}个`] : []),
      ];
      const without = left.length > 0 ? `；${left.join('、')}不在里面` : '';
      return `${longDate(date)}打印，${callingWords.order[order]}，还要打的${n}个（已核实${checked}/${all}${without}）`;
    },
    ask: [
      '问：“您好，请问这里是',
      '××发行站',
      '吗？”接通后在一格里打勾；没人接写上时间。没写站名的，问“请问这是哪里？”',
    ],
    columns: ['行', '发行站', '种类', '号码', '是', '不是', '没人接', '空号', '对方说的'],
    unnamed: '没写站名',
    who: '谁打的：',
    day: '哪天：',
    page: (n: number, all: number) => `第${n}页，共${all}页`,
    none: '没有要打的号码。',
  },
} as const;
