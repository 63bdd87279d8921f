import { weekday } from '../reports/days.ts';
import type { StepRefusal } from '../reports/decide.ts';
import type { EventType } from '../reports/events.ts';
import type { FieldFault, FieldName } from '../reports/form.ts';
import type { NextStep } from '../reports/next.ts';
import type { TimelineEntry } from '../reports/timeline.ts';
import type { CalledAlready, Escalation, Kind, Result, State, Wish } from '../reports/words.ts';
import { stationTitle } from './station-title.ts';

/** Every sentence about reports that readers and staff both meet, by code. */

export const KIND_FOR_READERS: Record<Kind, string> = {
  missed: '没收到',
  late: '送晚了',
  damaged: '报纸坏了',
  pages_missing: '少了几版',
  misdelivered: '送错了',
  other: '其他',
  no_access: '送报员进不来',
  delivered_while_stopped: '停报期间还在送',
};

export const KIND_FOR_STAFF: Record<Kind, string> = {
  missed: '缺报',
  late: '迟投',
  damaged: '破损',
  pages_missing: '缺版',
  misdelivered: '错投',
  other: '其他',
  no_access: '进不了门',
  delivered_while_stopped: '停投误投',
};

export const WISH: Record<Wish, string> = { redelivery: '补送', record: '只登记，不用回电', call_back: '请回电' };

export const CALLED: Record<CalledAlready, string> = {
  unsolved: '打过，没解决',
  no_answer: '打了，没打通',
  no: '还没打',
};

export const STATE_FOR_READERS: Record<State, string> = {
  submitted: '待受理',
  accepted: '已受理',
  in_progress: '办理中',
  waiting: '等您补充',
  resolved: '等您确认',
  reopened: '重新办理',
  closed: '已办结',
  rejected: '没有受理',
  duplicate: '已合并',
  withdrawn: '已撤回',
};

export const STATE_FOR_STAFF: Record<State, string> = {
  ...STATE_FOR_READERS,
  waiting: '待补充',
  resolved: '待回访',
  rejected: '不予受理',
};

export const RESULT: Record<Result, string> = {
  redelivered: '已补送',
  explained: '已说明情况',
  stopped: '已停投',
  not_found: '没查到问题',
  other: '其他',
};

export const ESCALATION: Record<Escalation, string> = {
  overdue: '已超时，建议打客服电话',
  unsolved: '您说没解决，建议打客服电话',
  repeat: '这栋楼30天内第3次，建议打客服电话',
};

/** The same marks at the desk, where nobody has to be told to call. */
export const ESCALATION_FOR_STAFF: Record<Escalation, string> = {
  overdue: '已超时，建议打客服电话',
  unsolved: '读者说没解决',
  repeat: '这栋楼30天内第3次',
};

export const FIELD_LABEL: Record<FieldName, string> = {
  station: '哪个发行站',
  kind: '出了什么问题',
  dates: '哪天的报纸',
  papers: '报纸名',
  copies: '份数',
  place: '送到哪里',
  wanted: '您希望怎么办',
  phone: '您的电话',
  text: '说说情况',
  calledAlready: '打过发行站电话吗',
};

/** The same, where a clerk files for a caller. */
export const FILING_LABEL: Record<FieldName, string> = {
  ...FIELD_LABEL,
  text: '说说情况（进不了门要写怎么才进得去）',
  wanted: '读者希望怎么办',
  phone: '读者的电话',
};

export const FAULT: Record<FieldFault, string> = {
  station_unknown: '请从列表里选一个发行站，不知道就选“不知道是哪个站”',
  kind_needed: '请选出了什么问题',
  dates_needed: '请选是哪天的报纸',
  dates_too_many: '一次最多选7天',
  date_invalid: '这一天的日期不对',
  date_too_old: '只能选最近14天',
  date_in_future: '不能选还没到的日子',
  papers_too_long: '报纸名最多60个字',
  copies_invalid: '份数请填1到20的数字',
  place_needed_for_redelivery: '要补送，请写送到哪里',
  place_needed_without_station: '不知道是哪个站，请写送到哪里',
  place_too_long: '地址最多100个字',
  wanted_needed: '请选您希望怎么办',
  wanted_not_offered: '现在没有工作人员值班，只能选“只登记，不用回电”',
  phone_needed: '要回电，请留电话',
  phone_not_taken: '现在没有工作人员值班，不用留电话',
  phone_too_short: '电话位数不够，手机号是11位',
  phone_too_long: '电话位数多了，手机号是11位',
  phone_invalid: '电话请只填一个手机号或座机号',
  text_needed_no_access: '请写一句怎么才进得来',
  text_too_long: '最多500个字',
  called_invalid: '请从三项里选一项',
  words_needed: '请写一句说明',
  control_characters: '里面有看不见的特殊字符，请删掉重写',
  not_text: '这一项填得不对',
  unknown_field: '没有这一项',
};

export const STEP_REFUSAL: Record<StepRefusal, string> = {
  final: '这件已经结束，不能再改',
  not_now: '这件现在的进度不能这样办',
  not_yours: '您不能办这一步',
  other_station: '这件不是您负责的发行站的',
  too_late: '办结已超过14天，请重新登记或打电话',
  too_early: '还没到时候',
  too_often: '这件的记录已经很多了，请直接打客服电话',
  needs_text: '请写一句说明',
  needs_station: '请先定是哪个发行站',
};

const WEEKDAYS = ['周日', '周一', '周二', '周三', '周四', '周五', '周六'];

/** `11月20日` of `2026-11-20`. */
export function shortDay(day: string): string {
  const [, month, date] = day.split('-').map(Number);
  return `${month}月${date}日`;
}

/** `周五` of `2026-11-20`. */
export function weekDayName(day: string): string {
  return WEEKDAYS[weekday(day)] ?? '';
}

/** `11月20日周五` of `2026-11-20`. */
export function weekDay(day: string): string {
  return shortDay(day) + weekDayName(day);
}

/** `11月20日、21日` of days in order; the month stands once while it stays the same; nothing of none. */
export function dayList(days: readonly string[]): string {
  return days
    .map((day, index) =>
      days[index - 1]?.slice(0, 7) === day.slice(0, 7) ? `${Number(day.slice(8))}日` : shortDay(day),
    )
    .join('、');
}

/** A station in a sentence; 发行站 where its name is not known. */
export const stationName = (name: string | null | undefined) => (name ? stationTitle(name) : '发行站');
/** 您 to themselves, 读者 at the desk. */
type Reader = '您' | '读者';
const after = (text: string, words: string | undefined) => (words ? `${text}：${words}` : text);

/**
 * One line of a report's timeline in words.
 *
 * @param names station names by id
 * @param words what was typed with the event, where it is still kept
 * @param reader how the reader is called
 */
export function timelineText(
  entry: TimelineEntry,
  names: ReadonlyMap<string, string>,
  words: string | undefined,
  reader: Reader = '您',
): string {
  const { event, side } = entry;
  const typed = event.type === 'resolved' ? (words ?? RESULT[event.facts.result]) : words;
  const line = event.type === 'resolved' && side === 'station' ? '发行站' : plainLine(entry, names, reader);
  return after(line.replace('您', reader), typed);
}

/** The line without what was typed. */
function plainLine({ event, from, side }: TimelineEntry, names: ReadonlyMap<string, string>, reader: Reader): string {
  switch (event.type) {
    case 'submitted': {
      const who = side === 'reader' ? '您登记' : '工作人员代您登记';
      return `${who}：${[KIND_FOR_READERS[event.facts.kind], dayList(event.facts.dates)].filter(Boolean).join('，')}`;
    }
    case 'accepted':
      return `已受理，转给${stationName(names.get(event.facts.station))}`;
    case 'merged':
      return `和${event.facts.ref}是同一件事，已合并`;
    case 'called':
      return `${side === 'reader' ? '您' : '工作人员'}已电话联系${event.facts.outcome ? `：${CALLED[event.facts.outcome]}` : ''}`;
    case 'escalated':
      return (reader === '您' ? ESCALATION : ESCALATION_FOR_STAFF)[event.facts.reason];
    case 'lapsed':
      return from === 'waiting' ? '5天没有回音，接着办理' : '7天没有回音，就算办完了';
    default:
      return PLAIN_LINE[event.type];
  }
}

const PLAIN_LINE: Record<
  Exclude<EventType, 'submitted' | 'accepted' | 'merged' | 'called' | 'escalated' | 'lapsed'>,
  string
> = {
  rejected: '没有受理',
  asked: '工作人员问您',
  answered: '您补充',
  started: '办理中',
  resolved: '工作人员',
  returned: '发行站退回，重新分派',
  confirmed: '您说已解决',
  disputed: '您说未解决',
  closed: '已办结',
  reopened: '重新办理',
  withdrawn: '您撤回了登记',
  erased: '您删除了登记的内容',
  noted: '工作人员备注',
  unmasked: '工作人员查看了电话',
};

/** What a reader is told was done, after 说. */
export const RESULT_SAID: Record<Result, string> = {
  redelivered: '已经补送',
  explained: '已经说明情况',
  stopped: '已经停投',
  not_found: '没查到问题',
  other: '已经办好',
};

/** What comes next, as a reader is told. */
export const NEXT_FOR_READERS: Record<NextStep['action'], string> = {
  accept: '有人受理',
  start: '发行站开始办理',
  resolve: '办完，等您确认',
  answer: '等您回答',
  confirm: '等您说一声：解决没有',
  call: '现在没有工作人员值班，请先打电话',
  none: '',
};
