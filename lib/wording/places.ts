import type { AliasProblem } from '../directory/alias.ts';
import { ALIAS_LENGTH } from '../directory/decision-limits.ts';
import { ASKED_PLACES } from '../reports/asked-places.ts';

/** Every sentence about the places that readers tell, on readers' pages and at the desk. */

/** What people are called by, behind a name: then it is somebody, and no place. */
const CALLED =
  /(?:先生|女士|小姐|师傅|阿姨|大爷|大妈|大姐|大哥|同志|老师|经理|站长|主任)(?:家?里?的?)$|^(?:我叫|我是|我姓|联系人|收件人)/;

/** Whether words call somebody by name. */
export const namesPerson = (text: string): boolean => CALLED.test(text);

export const placeWords = {
  button: '告诉我们这个地方',
  /** Around the words; in parts that each stay whole on a line. */
  note: {
    before: '只发出“',
    after: '”这几个字，',
    rest: ['不记您是谁。', '什么时候补上，说不准；', '今天要办的事，请打电话。'],
  },
  sent: {
    heading: '发出了，谢谢',
    what: (words: string) => ['只发出了', `“${words}”这几个字，`, '没有记您是谁。'],
    next: [
      ...['有人对上发行站以后，', '按这几个字就查得到。', '什么时候补上，说不准；'],
      ...['今天要办的事，', '请打下面的电话。'],
    ],
    back: (words: string) => `回到“${words}”的查找结果`,
  },
  notSent: {
    heading: '没有发出',
    what: ['只能发出一个地方的名字：', '2到20个字，', '不带数字、号码和人的称呼。'],
  },
  about: {
    heading: '告诉我们这个地方',
    what: ['查不到的地方，', '可以在查找页上点“告诉我们这个地方”，', '只发出查的那几个字，', '不记您是谁。'],
  },
  home: '去查找',
  /** Of the form that is given back. */
  label: '要发出的字',
} as const;

export const placeDeskWords = {
  section: '读者找的地方',
  lead: `读者没查到，自己点了“告诉我们这个地方”。只有这几个字，不知道是谁。${ASKED_PLACES.keptDays}天没人再问的自动去掉。`,
  open: '没处理的',
  none: '没有人问过。',
  noneOpen: '都处理过了。',
  columns: ['读者打的字', '几次', '最近一次', '第一次'],
  times: (n: number) => `${n}次`,
  choose: '处理',
  chooseLabel: (text: string) => `处理“${text}”`,
  dismiss: '不管它',
  dismissLabel: (text: string) => `不管它：“${text}”`,
  dismissed: (text: string) => `“${text}”不管了。要找回来，在下面“处理过的”里。`,
  restore: '找回来',
  restoreLabel: (text: string) => `把“${text}”找回来`,
  restored: (text: string) => `“${text}”找回来了。`,
  settled: (n: number) => `处理过的${n}条`,
  settledColumns: ['读者打的字', '几次', '怎么处理的', '谁，什么时候'],
  became: (alias: string, station: string) => `记为${station}的“也叫${alias}”`,
  lies: (place: string, division: string) => `记在${division}：${place}`,
  found: '现在查得到了',
  let: '不管它',
  undoLabel: (alias: string) => `撤销“也叫${alias}”`,
  undoPlaceLabel: (place: string) => `撤销“${place}”在哪里`,

  form: {
    heading: (text: string) => `“${text}”是哪个站的？`,
    stationHint:
      '拿不准是哪个站的，往下选它在哪个区、哪条街道：读者按名字查，看到那里的几个站，写着“可能”，不说是哪个。',
    onlyWhere: (county: string) => `只知道在${county}`,
    noStreet: (county: string) => `${county}，不知道哪条街道`,
    alias: '也叫',
    aliasHint: '读者按这个名字查得到；选了站，站的页面上会写“也叫”。读者打错了字，可以改。',
    station: '发行站',
    chooseStation: '请选',
    noDistrict: '没有区域',
    how: '怎么核实的',
    reason: '理由',
    save: '记下来',
    saveAfter: '再按一次，照样记',
    saving: '正在保存…',
    errors: '没有保存，请改下面几处。您填的都在。',
    saved: (alias: string, station: string) => `记好了：${station}也叫${alias}。5秒内读者就查得到。`,
    savedPlace: (place: string, division: string) => `记好了：${place}在${division}。5秒内读者就查得到。`,
    nothing: '点“处理”，在这里记。',
    done: '这一条处理过了。',
  },
  /** Somebody was quicker. */
  first: (by: string, time: string, alias: string, station: string) =>
    `没有保存：${by}在${time}先把“${alias}”记成了${station}的“也叫”。要改，先在那个站的历史里撤销。`,
  firstPlace: (by: string, time: string, place: string, division: string) =>
    `没有保存：${by}在${time}先把“${place}”记在了${division}。要改，先在“处理过的”里撤销。`,
  conflict: (by: string, time: string, station: string) => `没有保存：${by}在${time}先动了${station}的核实结论。`,
  conflictNow: (what: string) => `${what}。看过没问题，再按一次就记在后面。您填的都在。`,
} as const;

/** What is wrong with an alias, at its field. @param station what the station that has it already is called */
export function aliasProblemText(problem: Exclude<AliasProblem, { field: 'reason' }>, station: string): string {
  switch (problem.code) {
    case 'station.needed':
      return '请选一个发行站，或者选它在哪里。';
    case 'alias.missing':
      return '请填也叫什么。';
    case 'alias.length':
      return `要${ALIAS_LENGTH.least}到${ALIAS_LENGTH.most}个字。`;
    case 'alias.unseen':
      return '里面有看不见的控制字符，请删掉。';
    case 'alias.digits':
      return '不能带数字，也不能像电话号码。';
    case 'alias.signs':
      return '只能有字、字母、空格、·、-和括号，不能有别的符号。';
    case 'alias.own':
      return '这个站本来就叫这个，已经查得到。';
    case 'alias.taken':
      return `${station}已经叫这个名字，不能再给别的站。`;
    case 'how.missing':
      return '请选怎么核实的。';
  }
}
