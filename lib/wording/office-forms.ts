import type { DayHours } from '../reports/office-fields.ts';
import type { LineFault } from '../reports/typed-days.ts';
import type { PeriodFault } from '../reports/typed-week.ts';

/** 时间和节假日: the sentences of its forms; apart from those that look into hours, so that a browser needs no zod. */

const HOURS: Record<DayHours, string> = { off: '休息', usual: '照常上班', own: '另写时间' };
export const NO_DELIVERY = '不送报';

const PERIOD_FAULT: Record<PeriodFault, string> = {
  time: '请写成 08:30 这样',
  both_needed: '开始和结束要一起填',
  end_not_later: '结束要比开始晚',
  overlap: '和同一天的另一段重叠了',
};

const LINE_FAULT: Record<LineFault, string> = {
  ...PERIOD_FAULT,
  time: '时间请写成 08:30-11:30 这样',
  day: '日期请写成 2027-02-05 这样，要真有这一天',
  end_earlier: '最后一天比第一天早',
  too_long: '一次最多31天',
  hours_needed: '没写怎么算：休息、照常上班，或者几点到几点',
  periods_needed: '选了另写时间，就要填至少一段',
  note_long: '说明最多30个字',
  note_signs: '说明里有看不见的控制字符',
  two_hours: '怎么算只能写一种',
  said_twice: '这几行里已经写过这一天',
};

const years = (list: readonly string[]) => list.map((year) => `${year}年`).join('、');

export const officeWords = {
  heading: '时间和节假日',
  tabs: { settings: '服务和账号' },
  changed: (by: string, time: string) => `${by}最后改于${time}`,
  week: {
    heading: '上班时间',
    days: ['周一', '周二', '周三', '周四', '周五', '周六', '周日'],
    rest: '休息',
    to: '到',
    add: '加一段',
    addTo: (day: string) => `${day}加一段`,
    field: (day: string, at: number, end: 'from' | 'to') => `${day}第${at + 1}段${end === 'from' ? '开始' : '结束'}`,
    hint: '一天最多4段。空掉两个格子就是去掉一段，结束可以写 24:00。时限只在上班时间里走',
    delivery: '哪几天送报',
    deliveryHint: '上午开始办的，要在当天送到，不送报就是下一个送报的日子。都不勾，就按上班的日子算。',
    makeUp:
      '节假日按国务院公布的放假安排。调休上班的周六、周日按周一的时间算，周六平常只上半天也一样；要不一样，在右边写上那一天。',
    save: '保存',
    copy: '周一照抄到周五',
    saved: '已保存。新的时限从现在起按它算。',
    copied: '周二到周五已和周一一样，保存了。',
    wrong: (count: number) => `有${count}处要改，没有保存。填的都还在。`,
  },
  days: {
    heading: '特别的日子',
    unknown: (list: readonly string[]) => [
      `${years(list)}的放假安排还没有装进来。没填的日子照左边的一周算，只除去法律定死的几天，`,
      `时限旁边写明“没算${years(list)}的节假日”。`,
    ],
    none: '还没有。',
    columns: ['哪天', '怎么算', '说明'],
    past: (count: number) => `已经过去的${count}条`,
    change: '改',
    changeLabel: (days: string) => `改${days}`,
    remove: '删',
    removeLabel: (days: string) => `删掉${days}`,
    add: '加一天或几天',
    changeHeading: (days: string) => `改${days}`,
    stop: '不改了',
    which: '哪天',
    until: '最后一天',
    untilHint: '只有一天，“到”后面就空着。一次最多31天。',
    how: '怎么算',
    hours: HOURS,
    usualHint: '照常上班：平日按那一天星期几的时间，周六、周日按周一的时间。',
    own: '几点到几点',
    ownField: (at: number, end: 'from' | 'to') => `第${at + 1}段${end === 'from' ? '开始' : '结束'}`,
    noDelivery: '这几天不送报',
    note: '说明',
    noteHint: '最多30个字，可以不填。',
    save: '加上',
    saveChange: '保存',
    added: (days: string) => `已加上${days}。`,
    saved: (days: string) => `${days}：已保存。`,
    removed: (days: string) => `已删掉${days}。`,
    gone: '这一天已经被别人删了或改了，请看现在的单子。',
    taken: (line: string) => `和已有的这一条重了：${line}。要改，请点它后面的“改”。`,
    full: '最多300条。请先删掉用不着的。',
    wrong: (count: number) => `有${count}处要改，没有保存。填的都还在。`,
    now: '单子上已经是新的。再按一次，就照您填的保存。',
    nowRemove: '单子上已经是新的。再按一次才删。',
  },
  paste: {
    open: '一次贴多天',
    label: '一行一天',
    example: '2027-02-05 休息 春节',
    hint: [
      '每行：哪天、怎么算、说明。例如：',
      '2027-02-05 休息 春节',
      '2027-02-06到2027-02-11 休息 不送报 春节',
      '2027-02-14 照常上班 调休',
      '2027-12-31 08:30-11:30 盘点',
    ],
    save: '全部加上',
    none: '还没有贴。',
    long: '一次最多200行、1万个字。',
    added: (count: number) => `${count}行都已加上。`,
    wrong: (count: number) => `有${count}行要改，一行也没有加。填的都还在。`,
    line: (line: number, said: string) => `第${line}行：${said}`,
    more: (count: number) => `还有${count}行。`,
  },
  year: {
    whole: (year: string) => `${year}年的放假和调休都填好了`,
    hint: '勾上以后，这一年不再提醒，时限也不再写“没算节假日”。',
    save: '记下',
    saved: (year: string, isWhole: boolean) =>
      isWhole ? `${year}年：按填好的算。` : `${year}年：还没填全，时限旁边会写明。`,
    now: '这一项刚刚改过。再按一次才改。',
  },
  /** Nobody can be told by when. */
  noTime: '照现在的上班时间和特别的日子，一年多里走不完这些时限：不向读者许时限，也不会标超时。',
  noHours: '还没填上班时间：时限不起作用。',
  hoursNow: (hours: string) => `上班时间：${hours}。`,
  hoursLink: (isSet: boolean) => (isSet ? '改上班时间' : '去填上班时间'),
  conflict: (by: string, time: string) => `${by}在${time}刚改过，没有保存。您填的还在。`,
  faults: { period: PERIOD_FAULT, line: LINE_FAULT },
} as const;
