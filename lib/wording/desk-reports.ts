import type { StaffEvent, StaffProblem } from '../reports/staff-step.ts';
import type { TimeField } from '../reports/time-fields.ts';
import type { TimesFault } from '../reports/typed-times.ts';
import type { State } from '../reports/words.ts';
import { stationTitle } from './station-title.ts';

/** Every sentence of the desk's report pages. */
export const deskReportWords = {
  heading: '投递问题',
  summary: (open: number) => `${open}件没办结`,
  overdue: (count: number) => `${count}件已超时`,
  order: '按下一个时限排',
  noLimits: '没有设时限，按登记先后排',
  assumed: '有的时限跨过还没公布放假安排的日子，按周一到周五算。',
  file: '代读者登记',
  csv: '导出 CSV',
  csvColumns: ['受理编号', '发行站', '问题', '哪天的报纸', '状态', '希望', '登记', '下一个时限'],
  filter: '筛选',
  states: '状态',
  kinds: '问题',
  wishes: '希望',
  open: '没办结',
  search: '受理编号、发行站或地址',
  searchButton: '查找',
  found: (typed: string, count: number, more: boolean) =>
    `“${typed}”找到${more ? `不止${count}件，列出最近的` : ''}${count}件`,
  lookedThrough: (count: number) => `地址只在没办结的和最近${count}件里找，编号和发行站在全部里找`,
  onlyOldest: '没办结的太多，只列出最早登记的这些；其余的请用查找。',
  earlier: '更早的',
  columns: ['选', '受理编号', '发行站', '问题', '哪天的报纸', '状态', '希望', '下一个时限'],
  tick: (ref: string) => `选${ref}`,
  acceptTicked: (count: number) => (count > 0 ? `受理选中的${count}件` : '受理选中的'),
  accepted: (done: number, left: readonly string[]) =>
    `已受理${done}件。${left.length > 0 ? `没有受理的：${left.join('、')}（没写发行站，或者已经变了），请点进去看。` : ''}`,
  tickAll: (count: number) => `全选待受理的${count}件`,
  rejectTogether: '不予受理……',
  rejectTicked: (count: number) => (count > 0 ? `不予受理选中的${count}件` : '不予受理选中的'),
  rejected: (done: number, left: readonly string[]) =>
    `${done}件不予受理。${left.length > 0 ? `没有动的：${left.join('、')}（已经变了），请点进去看。` : ''}`,
  empty: '没有要办的。',
  none: '没有找到。',
  noStation: '没写发行站',
  unnamed: '没写站名的号码',
  goneStation: (name: string) => `${name}（名录里已没有）`,

  late: (length: string) => `已超时 ${length}`,
  left: (length: string) => `还剩 ${length}`,
  paused: '计时暂停',
  pausedFor: '等读者补充',
  lapses: (day: string) => `${day}没有回音就算办结`,
  noClock: '没有时限',
  /** Past the day on which it should be done, not yet past the limit that the reader was told. */
  pressing: '该办完了',
  hours: (hours: number, minutes: number) =>
    hours === 0 ? `${minutes}分` : `${hours}小时${minutes > 0 ? `${minutes}分` : ''}`,
  days: (days: number) => `${days}天`,

  back: '投递问题',
  position: (index: number, all: number) => `第${index}件，共${all}件`,
  previous: '上一件',
  following: '下一件',
  due: (text: string, moment: string, late: boolean) => (late ? `${text}，本该${moment}前` : `${text}，到${moment}`),
  /** What follows from a step, where limits are set. */
  after: {
    accepted: (by: string) => `受理后：${by}前开始办理。`,
    started: (by: string, latest: string) => `开始办理后：${by}前办完${latest === by ? '' : `，最长到${latest}`}。`,
  },
  told: '读者报的',
  rows: {
    kind: '问题',
    dates: '哪天',
    papers: '报纸',
    wanted: '希望',
    place: '送到',
    phone: '电话',
    text: '说的话',
    called: '打过电话',
    filed: '登记',
  },
  filedBy: { reader: '读者自己登记', staff: '工作人员代为登记' },
  gone: '已经删除',
  /** What was written about how to get into a house. */
  withheld: '写的怎么进来只给这个站的送报员和调度看',
  sameBuilding: '同一栋楼',
  sameCount: (count: number) => `30天内另有${count}件：`,
  noneSame: '30天内没有别的登记。',
  history: '经过',
  notOurs: '（只有工作人员看得到）',
  station: stationTitle,

  unmask: {
    show: '显示号码',
    button: '记下并显示',
    why: '为什么要看',
    hint: '显示会记下谁、何时、为什么',
  },

  next: '下一步',
  settled: '这件已经结束，没有要办的。',
  readOnly: '现在没有您能办的一步。',
  step: {
    accepted: '受理',
    started: '开始办理',
    resolved: '办好了',
    asked: '待补充',
    returned: '退回',
    merged: '合并',
    rejected: '不予受理',
    closed: '办结',
    reopened: '重新办理',
    called: '已电话联系',
    noted: '备注',
  } satisfies Record<StaffEvent, string>,
  text: {
    accepted: '写给读者的话（可以不填）',
    started: '写给读者的话（可以不填）',
    resolved: '办了什么（读者看得到）',
    asked: '要读者补充什么（读者看得到）',
    returned: '为什么退回（读者看得到）',
    merged: '写给读者的话（可以不填）',
    rejected: '为什么不受理（读者看得到）',
    closed: '为什么办结（读者看得到）',
    reopened: '写给读者的话（可以不填）',
    called: '联系的情况（读者看得到，可以不填）',
    noted: '给同事的备注（读者看不到）',
  } satisfies Record<StaffEvent, string>,
  acceptTo: '转给哪个发行站',
  choose: '请选发行站',
  result: '办得怎么样',
  mergeInto: '和哪一件合并（受理编号）',
  saved: '已保存。',
  conflict: (state: string) => `刚才有人先办了一步，现在是“${state}”。您写的还在，看一看再保存。`,
  problems: {
    unknown_report: '没有这件，或者不归您办。',
    station: '请选一个发行站。',
    result: '请选办得怎么样。',
    ref: '受理编号不对，或者就是这一件。',
    text_too_long: '最多500个字。',
    control_characters: '里面有看不见的特殊字符，请删掉重写。',
  } satisfies Record<StaffProblem, string>,

  fileForm: {
    lead: '读者打电话来，替他登记。',
    key: '保存登记',
    done: '登记好了。把下面两样念给读者，或打印给他；查询码不留底，关掉就看不到了。',
    ref: '受理编号',
    code: '查询码',
    print: '打印',
    another: '再登记一件',
    faults: '请改好这几处：',
    keyReused: '这一份已经登记过别的内容，那一件还在。要登记这一件，请再按一次。',
  },
} as const;

/** The admin's form of service hours and time limits. */
export const timesWords = {
  heading: '投递问题的时限',
  hint: '都可以空着。空着就不向读者许时限；有人值班时，填了的会写给读者看。',
  fields: {
    from: '工作日几点开始服务（如 08:00）',
    to: '几点结束（如 17:00）',
    accept: '多少服务小时内受理',
    start: '受理后多少服务小时内开始办',
    resolve: '最长多少个工作日办完',
    deliveryCutOff: '当天报纸最晚几点送到（如 10:00）',
  } satisfies Record<TimeField, string>,
  save: '保存时限',
  wrong: (count: number) => `有${count}处要改，没有保存。填的都还在。`,
  faults: {
    time: '请写成 08:00 这样',
    end_not_later: '结束要比开始晚',
    both_needed: '开始和结束要一起填',
    all_three_needed: '三个时限要一起填',
    service_hours: '请填大于0、不超过200的数字',
    working_days: '请填1到60的整数',
    hours_needed: '要设时限，先填服务时间',
  } satisfies Record<TimesFault, string>,
} as const;

/** In the queue: a state that should catch the eye. */
export const LOUD_STATES: readonly State[] = ['reopened'];
