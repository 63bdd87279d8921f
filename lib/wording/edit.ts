import type { ChangeCode } from '../directory/edit-station.ts';
import { LONGEST_SAID } from '../directory/station-fields.ts';
import { problemText } from './desk.ts';
import { aliasProblemText } from './places.ts';

/** 编辑 and 添加发行站 at the desk. */

export const editWords = {
  link: '编辑',
  lead: (title: string) => title,
  added: '工作人员添加',
  printed: (month: string, row: string) => `${month}登报，${row}`,
  addedAt: (date: string) => `${date}添加`,
  original: '看报上所印',
  change: '改',
  give: '加',
  none: '没有',
  fields: {
    name: '站名',
    alias: '也叫',
    district: '区域',
    number: '别的号码',
    address: '地址',
    hours: '营业时间',
    note: '备注',
    close: '停用这个站',
  },
  labels: {
    name: '正确站名',
    alias: '再加一个名字',
    district: '正确区域',
    number: '号码',
    address: '地址',
    note: '备注',
  },
  hints: {
    name: '现在的名字留作“也叫”，照样查得到。',
    alias: '读者按这个名字查，就找到这个站。',
    district: '',
    number: '座机可以不写区号。要由另一名编辑同意才生效，没有别的编辑就马上生效。',
    address: `最多${LONGEST_SAID.address}个字，不写电话。要去掉，就清空。`,
    note: `读者看得到，最多${LONGEST_SAID.note}个字，不写电话。要去掉，就清空。`,
  },
  hoursHint: '一行一段：勾哪几天，填从几点到几点。上下午分开的，写两行。都清空就是去掉。',
  period: (n: number) => `第${n}段`,
  days: ['一', '二', '三', '四', '五', '六', '日'],
  dayLabel: (day: string) => `周${day}`,
  from: '从',
  to: '到',
  close: {
    box: '站搬走或撤了，停用',
    hint: '读者页写“这个发行站停用了”，先给客服电话；网址和二维码照旧能打开。有别的编辑的，要由另一名编辑同意。',
  },
  phone: {
    legend: '这个号码',
    action: { check: '核实，没错', correct: '更正', out_of_use: '停用' },
    value: '正确号码',
  },
  how: '怎么核实的',
  reason: '理由',
  shared: '这个号码两个站合用',
  save: '保存',
  saving: '正在保存…',
  saved: (n: number) => `改了${n}处，已保存。5秒内读者就看得到。`,
  proposed: (n: number) => `改了${n}处，已保存。要另一名编辑同意的，同意以后才生效。`,
  summary: (n: number) => `这次改${n}处`,
  effect: { waits: '等另一名编辑同意', now: '保存就生效' },
  nothing: '没有改什么：点开一项，改好再保存。',
  errors: '没有保存，请改下面几处。您填的都在。',
  conflict: (by: string, time: string) => `没有保存：${by}在${time}先改了这个站。`,
  conflictNow: (what: string) => `${what}。看过没问题，再按一次就记在后面。您填的都在。`,
  waiting: '等另一名编辑同意的',
  closed: (date: string) => `${date}停用了。读者页只剩这句话和客服电话；要恢复，在下面的历史里撤销。`,
  add: {
    heading: '添加发行站',
    lead: '报上没印的站。读者看得到“工作人员添加”和怎么核实的。',
    name: '站名',
    district: '区域',
    chooseDistrict: '请选',
    number: '号码',
    submit: '添加',
    saved: (name: string) => `已添加${name}，读者5秒内就看得到。`,
    proposed: (name: string) => `已添加${name}；号码等另一名编辑同意以后，读者才能拨打。`,
  },
} as const;

/** What is wrong with a change, at its field. @param owners what the stations are called that have it already */
export function changeProblemText(code: ChangeCode, owners: readonly string[]): string {
  const whose = owners.join('、');
  switch (code) {
    case 'name.taken':
      return `同一个区域已经有“${whose}”。是同一个站，就去编辑它。`;
    case 'number.taken':
      return `这个号码已经是${whose}的。真是合用，请勾选下面一项，并在理由里写明。`;
    case 'said.number':
      return '这里不写电话号码：号码要写在号码那一栏。';
    case 'hours.incomplete':
      return '每一段都要勾上哪几天，填从几点、到几点。';
    case 'hours.order':
      return '结束要比开始晚，时间写成 07:30 这样。';
    case 'hours.overlap':
      return '同一天有两段时间重叠。';
    case 'alias.length':
    case 'alias.digits':
    case 'alias.signs':
    case 'alias.own':
      return aliasProblemText({ field: 'alias', code }, whose);
    case 'alias.taken':
      return aliasProblemText({ field: 'alias', code, station: whose }, whose);
    case 'value.missing':
      return '请填内容。';
    case 'value.too_long':
      return `太长：站名最多${LONGEST_SAID.name}个字，地址最多${LONGEST_SAID.address}个字，备注最多${LONGEST_SAID.note}个字。`;
    case 'value.same':
      return '和现在的一样，没有要改的。';
    default:
      return problemText({ code } as Parameters<typeof problemText>[0]);
  }
}
