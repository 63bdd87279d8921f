import { FEWEST, type Figures, type Rate, ratesOf } from '../reports/board/figures.ts';
import { AUTO_DAY } from '../reports/board/months.ts';
import type { ShownFigures } from '../reports/board/published.ts';
import { longDate, longMonth } from './dates.ts';
import { shortDay } from './reports.ts';

const FEW = '太少';

/** 看板: how often people get their papers, in figures. */
export const boardWords = {
  section: '看板',
  heading: '看板',
  cut: (month: string, today: string, isOwn: boolean) =>
    `${month === today.slice(0, 7) ? `${longMonth(month)}1日到${Number(today.slice(8))}日` : longMonth(month)}，${isOwn ? '您负责的站' : '全部区域'}`,
  month: '哪个月',
  show: '看这个月',
  toStations: '按发行站',
  copies: '填份数',
  csv: '导出 CSV',
  copiesCsv: '导出份数 CSV',
  csvNote: '导出的是上面这几个月的每一件，表里的数都能用它再算一遍。没有地址、电话和读者写的话。',
  behind: '还有登记没统计进来，过一分钟再看。',
  none: '还没有读者登记过投递问题，所以没有数可看。',
  noneOwn: '您负责的站，这个月没有登记。',
  noneInMonth: '这个月没有登记。',
  noLimits:
    '没填时限，新登记的不会告诉读者哪天办完，也就不算按时办结率。管理员在“设置”里填好上班时间和时限，从那以后登记的就能算。',
  few: `没回音的不算解决。不足${FEWEST}件的只写“${FEW}”和几分之几，不算百分比，也不排名。`,
  rates: { onTime: '按时办结率', solved: '解决率', reopened: '重新办理率' },
  of: {
    onTime: ({ part, of }: Rate) => `${part}/${of} 件到期的`,
    solved: ({ part, of }: Rate) => `${part}/${of} 件说了结果的`,
    reopened: ({ part, of }: Rate) => `${part}/${of} 件办完过的`,
  },
  percent: ({ percent }: Rate) => (percent === null ? FEW : `${percent}%`),
  share: ({ part, of }: Rate) => `${part}/${of}`,
  tooFew: FEW,
  noneDue: '没有到期的',
  districts: '各区域按时办结率',
  line: '每月按时办结率',
  lineDrawn: '每月按时办结率图',
  axis: (from: number) => `竖轴从${from}%起`,
  lineSaid: (months: readonly { month: string; rate: Rate }[]) =>
    months
      .map(({ month, rate }) => `${longMonth(month)}${rate.percent === null ? FEW : `${rate.percent}%`}`)
      .join('，'),
  shortMonth: (month: string) => `${Number(month.slice(5))}月`,
  year: (month: string) => `${month.slice(0, 4)}年`,
  monthColumn: '月份',
  sample: (of: number) => `n=${of}`,
  stations: '按发行站',
  kinds: '按问题',
  columns: {
    district: '区域',
    station: '发行站',
    kind: '问题',
    filed: '登记',
    due: '到期',
    onTime: '按时',
    share: '按时/到期',
    rate: '按时办结率',
    solved: '解决/说了的',
    reopened: '重办/办完过的',
    copies: '每天份数',
    perThousand: '每千份登记',
  },
  noDistrict: '没归到区域',
  noDistrictNote: '“没归到区域”的，是没写发行站，或者那个站没有区域，或者已经不在名录里。',
  /** `5,200`. */
  grouped: (count: number) => String(count).replace(/\B(?=(?:\d{3})+$)/g, ','),
  noCopies: '没填',
  missingCopies: (stations: number) => `缺${stations}站`,
  nothing: '—',
  perThousandNote: '每千份登记＝这个月登记的件数÷每天份数×1000。没填份数就不算；区域里有一个站没填，区域也不算。',
  moreStations: (shown: number) => `只列登记最多的${shown}个站，其余的在导出的表里。`,
  how: '这些数怎么算',
  rules: [
    '月份按登记那天算，是北京时间；区域按现在的名录算。',
    '到期：登记时告诉过读者“最晚哪天办完”，而那一天已经过了。没告诉过的（没填时限，或者没人值班），只算在登记里。',
    '按时：在那一天以前办完。读者自己先说已解决，也算办完。等读者补充的工作日，期限往后顺延。',
    '期限以内就不予受理、合并或撤回的，没有要办的了，不算到期；过了期限才这样的，算没按时。',
    '解决率：读者最后说的是“已解决”的，占说了“已解决”或“未解决”的。没回音的两边都不算。',
    '重新办理率：办完以后又重新办理的，占办完过的。',
  ],
} as const;

/** 填份数: how many copies a station delivers on a day. */
export const copiesWords = {
  heading: '填份数',
  back: '看板',
  lead: '每个站一天送多少份，用来算“每千份登记”。数从选的月份起一直用，以前的月份还是以前的数。不知道就空着。',
  month: '从哪个月起',
  show: '换成这个月',
  column: '每天份数',
  since: (month: string) => `${longMonth(month)}起`,
  save: (month: string) => `保存，从${month}起用`,
  saved: (stations: number, month: string) => `存好了${stations}个站的份数，从${longMonth(month)}起用。`,
  same: '没有改动，什么也没存。',
  wrong: '有的份数不对，什么也没保存。',
  fault: '份数是1到1000000的整数，不知道就空着。',
  conflict: '您打开这一页以后，同事改过份数，没有保存。您改的还在，别的是现在存着的：看一看再保存。',
  history: '改动',
  noHistory: '还没有填过。',
  historyColumns: ['什么时候', '谁', '发行站', '从哪个月起', '每天份数'],
  unknown: '不知道',
  noDistrict: '没有区域的',
} as const;

/** Three rates that a city tells its readers, and the switch for it. */
export const publishWords = {
  heading: '公开',
  off: '现在没有公开',
  on: (month: string) => `现在公开的是${longMonth(month)}`,
  auto: '每月自动公开',
  lead: '打开以后，读者在“数据说明”里看得到这几行。只有件数和几分之几；没有地址，没有电话，没有读者写的话。',
  preview: '读者会看到',
  current: '读者现在看到的',
  month: '公开这个月',
  withdraw: '收回',
  done: (month: string) => `已公开${longMonth(month)}的数，读者在“数据说明”里看得到。`,
  doneAuto: `以后每月${AUTO_DAY}日自动公开上个月的数，那时大多数期限都过了。`,
  withdrawn: '已收回，读者看不到了，也不再自动公开。',
  behind: '还有登记没统计完，过一分钟再公开。',
  note: `要管理员点。随时能收回；公开的是那一天统计的数，以后不跟着变。自动公开在每月${AUTO_DAY}日，公开上个月。`,
} as const;

const said = ({ part, of, percent }: Rate): string[] => [
  `${of}件里${part}件，`,
  percent === null ? `${FEW}，不算百分比` : `${percent}%`,
];

/** A month's figures as readers are told them: counts and shares. */
export const shownFiguresWords = {
  heading: (month: string) => `${longMonth(month)}的投递问题`,
  rows({ figures }: ShownFigures): [term: string, said: string[]][] {
    const { onTime, solved, reopened } = ratesOf(figures);
    return [
      ['读者登记', [`${figures.filed}件`]],
      ['按时办结', said(onTime)],
      ['读者说解决了', said(solved)],
      ['没解决，又重新办', said(reopened)],
    ];
  },
  note: ({ figures, countedOn, month }: ShownFigures): string[] => [
    ...silent(figures),
    `${countedOn.slice(0, 4) === month.slice(0, 4) ? shortDay(countedOn) : longDate(countedOn)}统计。`,
  ],
} as const;

function silent({ done, solved, unsolved }: Figures): string[] {
  const count = done - solved - unsolved;
  return count > 0 ? [`${count}件读者没有回音，`, '不算解决。'] : [];
}

/** The heads of the downloads. Days stand as `2026-11-22`, moments as `2026-11-22 10:42`, in China's time. */
export const boardCsvWords = {
  reports: [
    '受理编号',
    '登记月份',
    '登记时间',
    '发行站编号',
    '发行站',
    '区域',
    '问题',
    '现在的状态',
    '最晚哪天办完',
    '到期',
    '第一次办完',
    '按时办完',
    '读者最后说的',
    '重新办理过',
    '统计日',
  ],
  copies: ['月份', '发行站编号', '发行站', '区域', '每天份数'],
  yes: '是',
  no: '否',
  said: { solved: '已解决', unsolved: '未解决' },
} as const;
