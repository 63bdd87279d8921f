import type { CityChangeCode } from '../directory/decide-city.ts';
import { LONGEST_FACT } from '../directory/decision-limits.ts';
import { problemText } from './desk.ts';

/** 客服电话和登报信息 at the desk: what an admin corrects of a city and of its notice. */

export const cityFactsWords = {
  heading: '客服电话和登报信息',
  lead: '报上的原文不改。改过的，读者看到的是改后的，写明哪天、怎么核实的。',
  line: {
    heading: '客服电话',
    now: '现在',
    printed: (printed: string) => `报上印的：${printed}`,
    legend: '这个号码',
    action: { check: '核实，没错', correct: '更正' },
    number: '正确号码',
    numberHint: '要从外地也能拨的：座机可以不写区号，不能是短号，不能带分机。有别的编辑的，要由另一名编辑同意才生效。',
    name: '是哪里的客服',
    nameHint: `照报上的样子写，最多${LONGEST_FACT.city_line_name}个字。改了，就不再提醒“没写是哪家的”。`,
    save: '保存客服电话',
  },
  facts: {
    heading: '这份登报通知',
    lead: '抄错、印错了才改；真有新的通知，到“名录”导入新版本。',
    title: '名称',
    publisher: '出版单位',
    from: '从哪天起',
    fromHint: '写成 2026-12-01 这样，年-月-日。登报月份照它算。',
    save: '保存登报信息',
  },
  codes: {
    heading: '短号',
    lead: '像11185这样几位的服务号码。登记了，报上印着它的地方就能拨打；没登记的短号不给拨。要取消，在历史里撤销。',
    none: '还没有登记短号。',
    listed: '登记了的',
    number: '短号',
    save: '登记短号',
  },
  how: '怎么核实的',
  reason: '理由',
  saving: '正在保存…',
  nothing: '没有改什么。',
  waiting: '等另一名编辑同意的，先不能再改。',
  saved: '已保存。5秒内读者就看得到。',
  proposed: '已提出。另一名编辑同意后生效。',
  errors: '没有保存，请改下面几处。您填的都在。',
  conflict: (by: string, time: string) => `没有保存：${by}在${time}先改了。`,
  conflictNow: (what: string, now: readonly string[]) =>
    `${[what, ...(now.length > 0 ? [`现在是：${now.join('，')}`] : [])].join('。')}。您填的都在：看过没问题，再按一次就记在后面。`,
} as const;

/** What is wrong with a change, at its field. */
export function cityProblemText(code: CityChangeCode): string {
  switch (code) {
    case 'value.same':
      return '和现在的一样，没有要改的。';
    case 'value.waiting':
      return cityFactsWords.waiting;
    case 'value.too_long':
      return `太长：名称最多${LONGEST_FACT.title}个字，出版单位最多${LONGEST_FACT.publisher}个字，是哪里的客服最多${LONGEST_FACT.city_line_name}个字。`;
    case 'text.number':
      return '这里不写电话号码。';
    case 'line.not_callable':
      return '这不是从外地也能拨打的号码：手机要11位，座机可以不写区号，不能是短号，不能带分机。';
    case 'day.wrong':
      return '写成 2026-12-01 这样，年-月-日。';
    case 'code.wrong':
      return '这不是短号：只写数字，3到6位，例如11185。';
    default:
      return problemText({ code } as Parameters<typeof problemText>[0]);
  }
}
