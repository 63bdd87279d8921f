import { longDate } from './dates.ts';
import { stationTitle } from './station-title.ts';

/** What is said of a station or district that once stood in the directory. Nobody knows more than what was printed. */

/** Of a station in a list: apart from the words of the search, which a phone fetches. */
export const rowWords = {
  numberWaits: '工作人员添加的站，号码还在核实。',
  closed: '这个发行站停用了，请打客服电话。',
} as const;

export const goneWords = {
  heading: { station: '名录里没有这个站了', closed: '这个发行站停用了', district: '名录里没有这个区域了' },
  /** A title without a name, where none was printed. */
  station: (name: string | null) => (name === null ? '一个没写站名的号码' : stationTitle(name)),
  district: (label: string) => `“${label}”一栏`,
  /** In parts that each stay whole on a line, where a line is long enough. */
  last: (what: string, title: string, from: string) => [`${what}最后登在`, `${longDate(from)}起用的`, `“${title}”里。`],
  closed: (what: string, at: string) => [
    `${what}`,
    `${longDate(at)}停用了。`,
    '请打客服电话，',
    '或者从下面找别的站。',
  ],
  now: (title: string, from: string) => ['现行的是', `${longDate(from)}起用的`, `“${title}”，`, '里面没有它。'],
  numberAt: (name: string | null) =>
    name === null ? '它的号码现在印在没写站名的一行' : `它的号码现在印在${name.endsWith('站') ? name : `${name}站`}`,
  /** In the place of a file of it. */
  file: '这个站不在现行的名录里，没有它的号码可以存。请从下面找别的站。',
  /** On the report form, in the place of the station that was asked for. */
  form: (what: string) => [`${what}不在现行的名录里，`, '请另选一个站。'],
} as const;
