import type { Change, ChangeKind } from '../directory/changed.ts';
import type { OpeningHours } from '../directory/opening-hours.ts';
import type { Phone } from '../directory/records.ts';
import { correctedBy } from './age.ts';
import { longDate } from './dates.ts';
import { demonstrationNotice } from './demonstration.ts';
import { openWords } from './open.ts';
import { KIND, words } from './reader.ts';

/** The words of the feed of changes. */

type OfNumber = Extract<ChangeKind, 'number' | 'out_of_use' | 'kind' | 'add_phone'>;

const OF_NUMBER: Record<OfNumber, string> = { number: '更正', out_of_use: '停用', kind: '类型更正', add_phone: '添加' };
const OF_STATION: Record<Exclude<ChangeKind, OfNumber>, string> = {
  name: '站名更正',
  district: '区域更正',
  alias: '多了一个叫法',
  address: '地址有变化',
  hours: '营业时间有变化',
  note: '备注有变化',
  add_station: '工作人员添加',
  closed: '停用',
  city_line: '客服电话更正',
};

const isOfNumber = (kind: ChangeKind): kind is OfNumber => kind in OF_NUMBER;

const heading = (name: string | null): string => (name === null ? words.unnamed : words.stationHeading(name));

export const feedWords = {
  feedTitle: (city: string, isMarked: boolean) =>
    `${isMarked ? `${demonstrationNotice.tag}：` : ''}${city}报纸发行站的变化`,
  subtitle: '号码更正或停用，客服电话、站名和区域更正，新的登报版本。',
  title: (name: string | null, changed: string) => `${heading(name)}：${changed}`,
  /** @param phone null where the number is not listed any more, or it is none */
  changed: ({ kind, isTakenBack }: Pick<Change, 'kind' | 'isTakenBack'>, phone: Phone['kind'] | null) => {
    const what = isOfNumber(kind) ? `${phone === null ? '号码' : KIND[phone]}${OF_NUMBER[kind]}` : OF_STATION[kind];
    return isTakenBack ? `撤销“${what}”` : what;
  },
  how: ({ kind, how }: Pick<Change, 'kind' | 'how'>) =>
    (kind === 'number' || kind === 'city_line') && how ? `${correctedBy(how)}。` : '',
  number: (kind: Phone['kind'], digits: string) => `现在的${KIND[kind]}：${digits}。`,
  cityLine: (label: string, digits: string) => `现在的${words.cityLine.name(label)}：${digits}。`,
  barred: '现在的号码不能拨打。',
  outOfUse: `${words.outOfUse}。`,
  name: (name: string | null) => `现在叫：${name ?? words.unnamed}。`,
  district: (label: string | null) => (label === null ? '现在没有区域。' : `现在的区域：${label}。`),
  address: (address: string | null) => (address === null ? '现在没有登出地址。' : `现在的地址：${address}。`),
  hours: (hours: OpeningHours | null) =>
    hours === null ? '现在没有登出营业时间。' : `现在的营业时间：${openWords.week(hours).join('；')}。`,
  note: (note: string | null) => (note === null ? '现在没有备注。' : `现在的备注：${note}`),
  added: '报上没有印，是工作人员添加的。',
  listed: '现在还列出。',
  alias: (alias: string) => `也叫：${alias}。`,
  notListed: '现在不再列出。',
  changedLater: '后来又有变化。',
  edition: (title: string, isBack: boolean) => `${isBack ? '换回' : '登报版本'}：${title}`,
  from: (date: string) => `${longDate(date)}起用。`,
} as const;
