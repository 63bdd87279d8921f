import { addDays, dayOf, instantOf, timeOf } from '../reports/days.ts';
import type { NoticeFault } from '../reports/notice-form.ts';
import {
  NOTICE_LIMITS,
  type Notice,
  type NoticeCause,
  type NoticeContent,
  type NoticeEventType,
  type NoticeKind,
  type NoticeScope,
  PAST_DAYS,
} from '../reports/notices.ts';
import { longDate } from './dates.ts';
import { shortDay, weekDayName } from './reports.ts';

/** Every sentence about readers' notices, on readers' pages and at the desk. */

/** What it says of the papers, behind their name. */
const SAID: Record<NoticeKind, string> = { late: '晚到', afternoon: '改下午送', tomorrow: '不送', suspended: '停刊' };

const CAUSE: Record<NoticeCause, string> = {
  van: '运报车晚了',
  press: '印厂晚了',
  snow: '因为下雪',
  rain: '因为下大雨',
  road: '因为路不通',
};

/** Of many places the first are named; the notice's own page names them all. */
const NAMED = 6;
const NAMED_ON_SHEET = 3;

/** `11点`, `7:40`. */
function clock(time: string): string {
  const [hour, minute] = time.split(':');
  return minute === '00' ? `${Number(hour)}点` : `${Number(hour)}:${minute}`;
}

/** `今天`, `明天`, `12月5日`, `2027年1月1日` as it is said at an instant. */
function dayWord(day: string, now: string): string {
  const today = dayOf(now);
  if (day === today) return '今天';
  if (day === addDays(today, 1)) return '明天';
  return day.slice(0, 4) === today.slice(0, 4) ? shortDay(day) : longDate(day);
}

/** `今天7:40`, `今天12点`. The end of a day is said as such. */
function momentWord(instant: string, now: string): string {
  const time = timeOf(instant);
  if (time === '00:00') return `${dayWord(addDays(dayOf(instant), -1), now)}24点`;
  return dayWord(dayOf(instant), now) + clock(time);
}

function placesWord({ scope, places }: NoticeContent, most: number): string {
  if (scope === 'city') return '全市';
  const names = places.map(({ name }) => name);
  const rest = scope === 'districts' ? `等${names.length}个区域` : `等${names.length}个站`;
  return names.length <= most ? names.join('、') : names.slice(0, most).join('、') + rest;
}

/** By when they come, or that nobody knows. */
function expectedWord({ kind, expected }: NoticeContent): string {
  if (kind === 'tomorrow') return '明天一起送';
  if (kind === 'suspended') return '没有报可送';
  if (expected !== null) return `预计${clock(expected)}前送到`;
  return kind === 'late' ? '几点送到还不知道' : '下午送到';
}

const causeParts = ({ cause }: NoticeContent) => (cause === null ? [] : [`${CAUSE[cause]}，`]);
const papersWord = ({ papers }: NoticeContent) => papers ?? '报纸';

/** A notice in words. Parts of a sentence each break as one. */
export interface SaidNotice {
  title: readonly string[];
  said: readonly string[];
  text: string | null;
  signed: readonly string[];
}

/**
 * A notice as readers are told at an instant while it is in force, or afterwards, when no day is today's any more.
 *
 * @param issuedAt since when it is said so
 * @param every whether every place is named, however many they are
 */
export function sayNotice(content: NoticeContent, issuedAt: string, now: string, every = false): SaidNotice {
  const isOver = now >= content.until;
  const day = isOver ? shortDay(dayOf(content.from)) : '今天';
  const places = placesWord(content, every ? Number.POSITIVE_INFINITY : NAMED);
  return {
    title: [`${day}的${papersWord(content)}`, SAID[content.kind]],
    said: [...causeParts(content), `${expectedWord(content)}：`, places],
    text: content.text,
    signed: [
      ...[`${content.office}，`, `${momentWord(issuedAt, now)}发，`],
      `${isOver ? '到' : '有效到'}${momentWord(content.until, now)}${isOver ? '为止' : ''}`,
    ],
  };
}

/** One line for paper, which is read on another day: with the date. It has to leave the sheet one page. */
export function sheetNotice(content: NoticeContent): string {
  const day = shortDay(dayOf(content.from));
  const until = `${shortDay(dayOf(content.until))}${clock(timeOf(content.until))}`;
  const said = [...causeParts(content), expectedWord(content)].join('');
  const where = placesWord(content, NAMED_ON_SHEET);
  return `${day}${papersWord(content)}${SAID[content.kind]}：${said}（${where}，到${until}为止）`;
}

/** Until when the words of a notice are true: its end, or that of the day that it calls today. */
export function trueUntil({ until }: NoticeContent, now: string): string {
  const midnight = instantOf(addDays(dayOf(now), 1), '00:00');
  return until < midnight ? until : midnight;
}

export const noticeWords = {
  label: '通知',
  more: (count: number) => `今天还有${count}条通知`,
  sheetMore: (count: number) => `另有${count}条通知，见网页`,
  title: '今天的通知',
  heading: (city: string) => `${city}今天的通知`,
  day: (day: string) => `${shortDay(day)}，${weekDayName(day)}`,
  none: '今天没有通知。',
  noPromise: ['没有通知，不等于都准时。', '报纸没送到，请先打发行站。'],
  report: '报纸没送到？登记',
  past: '过去的通知',
  pastCount: (count: number) => `（${PAST_DAYS}天内${count}条）`,
  /** On the report form of a place that it covers. */
  counted: {
    button: '我也没收到',
    thanks: '记下了。',
    wait: (until: string, now: string) => `${momentWord(until, now).replace(/^今天/, '')}还没送到，再登记。`,
    still: '真没送到的，现在也能在下面登记。',
  },
} as const;

const KIND: Record<NoticeKind, string> = {
  late: '晚到',
  afternoon: '改下午送',
  tomorrow: '今天不送',
  suspended: '停刊',
};
const SCOPE: Record<NoticeScope, string> = { city: '全市', districts: '区域', stations: '发行站' };

const minutesWord = (minutes: number) =>
  [minutes >= 60 && `${Math.floor(minutes / 60)}小时`, (minutes % 60 > 0 || minutes < 60) && `${minutes % 60}分`]
    .filter(Boolean)
    .join('');

/** From when till when, as the desk says it. */
function spanWord({ from, until }: NoticeContent, now: string): string {
  const [day, last] = [dayOf(from), dayOf(until)];
  const end = day === last ? timeOf(until) : momentWord(until, now);
  return `${dayWord(day, now)}${timeOf(from)}到${end}`;
}

/** A time left, in words: `还剩2小时10分`. */
const leftWord = ({ until }: NoticeContent, now: string) =>
  `还剩${minutesWord(Math.max(1, Math.ceil((Date.parse(until) - Date.parse(now)) / 60_000)))}`;

const DONE: Record<NoticeEventType, string> = {
  published: '发出',
  changed: '改过',
  ended: '提前结束',
  cancelled: '取消',
};

export const noticeDeskWords = {
  section: '读者通知',
  lead: '报纸晚到或不送时写一条，读者先看到，不用一个一个登记',
  current: '正在显示',
  planned: '排好的',
  columns: ['什么事', '哪里', '哪些报纸', '显示多久', '改或收'],
  noneCurrent: '现在没有。',
  nonePlanned: '没有排好的。',
  kind: KIND,
  scope: SCOPE,
  cause: CAUSE,
  places: (content: NoticeContent) => placesWord(content, NAMED),
  papers: ({ papers }: NoticeContent) => papers ?? '全部报纸',
  span: spanWord,
  left: leftWord,
  count: (count: number) => `${count}人也没收到`,
  change: '改',
  end: '现在结束',
  cancel: '取消',
  of: (what: string, content: NoticeContent) => `${what}：${KIND[content.kind]}，${placesWord(content, NAMED)}`,
  itself: '到时自己出来，到时自己收。',
  history: (count: number) => `以前的${count}条`,
  historyNone: '以前还没有发过。',
  historyColumns: ['什么事', '哪里', '哪些报纸', '显示多久', '谁，什么时候'],
  cancelled: '没显示就取消了',
  done: DONE,

  write: '写一条',
  changing: (content: NoticeContent) => `改这一条：${KIND[content.kind]}，${placesWord(content, NAMED)}`,
  stopChanging: '不改了',
  fields: {
    kind: '什么事',
    papers: '哪些报纸',
    scope: '哪里',
    districts: '哪些区域',
    stations: '哪些发行站',
    cause: '为什么',
    expected: '几点前送到',
    text: '再加一句',
    from: '从什么时候',
    until: '到什么时候',
    office: '署名',
  },
  hints: {
    papers: `空着就是全部报纸；例如《示例晚报》，最多${NOTICE_LIMITS.papers}个字`,
    expected: '有把握才填；空着就写“几点送到还不知道”',
    text: `可以空着；最多${NOTICE_LIMITS.text}个字，不写电话号码`,
    span: `最长${NOTICE_LIMITS.days}天，到时自己收`,
    office: '照“设置”里的运营单位；不写个人姓名',
  },
  noCause: '不写',
  stationsOf: (district: string, count: number) => `${district}（${count}个站）`,
  noDistrict: '没印区域',

  send: '发出去',
  where: '首页、这些地方的页面、登记表、打印单上都会有。',
  show: '现在显示',
  save: '保存改动',
  saving: '正在保存…',
  soon: '5秒内读者看到。历史里记下是谁发的。',
  preview: '读者会看到的',
  previewLate: (until: string, now: string) =>
    `${momentWord(until, now)}以前点“没收到”的，登记表前面先写这一条，说到时还没送到再登记；真没送到的照样能登记。`,
  previewLater: '到了开始的时候，读者看到的是这样：',
  noOffice: '（署名）',

  published: '已发出。5秒内读者看到。',
  scheduled: '已排好，到时自己出来。',
  changed: '已改好。5秒内读者看到。',
  ended: '已结束。5秒内读者页上就没有了。',
  cancelled_: '已取消，读者不会看到。',
  wrong: (count: number) => `没有发出，请改下面${count}处。您填的都在。`,
  over: '这一条已经结束了，不能再改。您填的都在，可以当新的一条发出去。',
  conflict: (by: string, time: string) => `没有保存：${by}在${time}先改了这一条，或者收了。您填的都在。`,
  conflictNow: (title: string) => `现在是：${title}`,
  conflictAgain: '看过以后还要照您的改，再按一次。',
  endConflict: (by: string, time: string) => `没有收：${by}在${time}刚动过这一条，请看最新的再定。`,
} as const;

/** What is wrong with a notice, at its field. */
export const NOTICE_FAULT: Record<NoticeFault, string> = {
  kind_needed: '请选什么事。',
  scope_needed: '请选哪里。',
  place_needed: '请至少勾一个。',
  place_unknown: '里面有这座城市没有的区域或发行站，请重新勾。',
  cause_unknown: '请从列表里选为什么，或者选“不写”。',
  papers_too_long: `报纸名最多${NOTICE_LIMITS.papers}个字。`,
  text_too_long: `这一句最多${NOTICE_LIMITS.text}个字。`,
  office_needed: '请写是哪个单位发的。',
  office_too_long: `署名最多${NOTICE_LIMITS.office}个字。`,
  office_no_office: '署名要写单位，例如“某某报社发行部”，不写个人姓名。',
  control_characters: '里面有看不见的控制字符，请删掉。',
  phone: '看着像电话号码：通知里不写号码，读者在站的页面上能看到。',
  expected_invalid: '几点前送到：请写成 11:00 这样。',
  expected_not_within: '几点前送到，要在显示的这段时间里面。',
  from_invalid: '从什么时候：请写成 2026-12-01 09:50 这样。',
  from_too_far: '最早提前一年排。',
  until_needed: '请填到什么时候：到时自己收，不能一直挂着。',
  until_invalid: '到什么时候：请写成 2026-12-01 12:00 这样。',
  until_over: '结束的时候已经过了。',
  until_not_later: '结束要晚于开始。',
  until_too_late: `最长${NOTICE_LIMITS.days}天：请把结束改早。`,
};

/** What the name of an office ends with. Some people are called by the latter too, but by no more than three characters. */
const OFFICE =
  /^.{2,}(?:部|局|站)$|(?:邮局|公司|中心|报社|邮政|集团|报业|日报|晚报|周报|报纸|平台|公众号)$|^.{3,}(?:社|科|室|组|队|处|所|司|厅|院|委|会|店|厂|办)$/u;

/** Whether a signature is an office's: the operator itself, or what is called as offices are. */
export const isOfficeName = (name: string, operator: string | null): boolean => name === operator || OFFICE.test(name);

/** What a change was, in a conflict: the sentence that readers see. */
export const noticeSentence = (notice: Notice, now: string): string => {
  const { title, said, text } = sayNotice(notice, notice.issuedAt, now);
  return [...title, '：', ...said, ...(text === null ? [] : ['；', text])].join('');
};
