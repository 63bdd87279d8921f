import type { Phone } from '../directory/records.ts';
import { stationTitle } from './station-title.ts';

/** Every sentence of the readers' pages. Names and digits come in as arguments; nothing here knows a city. */

export const KIND: Record<Phone['kind'], string> = {
  fixed_line: '座机',
  mobile: '手机',
  service: '服务电话',
  fax: '传真',
  unknown: '电话',
};

export const COLUMN: Record<Phone['role'], string> = { office: '办公电话', mobile: '移动电话' };

const CARDINALS = ['零', '一', '两', '三', '四', '五', '六', '七', '八', '九', '十'];
/** 两 and not 二, as counted things are counted. */
export const cardinal = (n: number) => CARDINALS[n] ?? String(n);

const unnamedClause = (unnamed: number) => (unnamed ? [`另有${unnamed}个没写站名的号码`] : []);

/** Apart from the others, so that the phone is not sent every sentence for one word. */
export const callWord = '拨打';

/** The one button for larger text, which names the next step. */
export const textSizeWords = { '100': '大字', '120': '更大', '150': '标准', label: '文字大小，换成' } as const;

export const words = {
  brand: '报达',
  tagline: (city: string): [string, string] => [`${city}报纸`, '发行站电话簿'],
  homeTitle: (city: string) => `${city}报纸发行站电话 - 报达`,
  description: (city: string, stations: number) => `报纸没到？查${city}${stations}个发行站的电话，点一下就能打。`,
  pageTitle: (page: string, city: string) => `${page} - ${city}报纸发行站电话`,
  pleaseCheck: (page: string) => `请检查：${page}`,

  search: {
    heading: '查发行站电话',
    label: '输入站名、街道、社区或电话，拼音也行',
    button: '查找',
  },
  doors: { label: '登记和打印', report: '报纸没送到？登记', track: '查办理进度', print: '打印号码' },
  byDistrict: '按区域找',
  orByDistrict: '或者按区域找',
  allStations: '全部发行站',
  seeAll: '看全部发行站',
  cityCell: '客服电话',
  cityLine: {
    name: (label: string) => `${label.replace(/电话$/, '')}电话`,
    owner: (label: string) => label.replace(/(客服)?(电话)?$/, ''),
  },

  counts: (named: number, unnamed: number) =>
    unnamed ? [`${named}个发行站，`, `${unnamedClause(unnamed).join('')}。`] : [`${named}个发行站。`],
  districtCount: (named: number, unnamed: number) =>
    [...(named || !unnamed ? [`${named}个站`] : []), ...unnamedClause(unnamed)].join('，'),
  headCount: (n: number) => `${n}个站`,
  districtHeading: (label: string) => `${label}的发行站`,
  variantOf: (label: string, division: string) => `报上只印“${label}”，可能是${division}。`,
  functionalArea: (label: string, divisions: string[]) =>
    `${label}是功能区，不是行政区${divisions.length ? `；一般指${divisions.join('、')}里的那一个` : ''}。`,
  elsewhere: '报上没印区域',

  unnamed: '没写站名的号码',
  stationHeading: stationTitle,
  call: callWord,
  notPrinted: '报上没印',

  remarkCount: (n: number) => `以下${n}个站`,
  inherited: (above: string) => `报上这一格区名是空的，按上一行归在“${above}”`,
  exceptNames: (names: string[]) => (names.length ? `除${names.join('、')}外，` : ''),
  sameStreet: (division: string) => `同名街道在${division}`,
  nearName: (division: string, county: string) => `${county}有${division}，名字相近，不一定是这里。`,
  ambiguous: (places: string[]) => `可能是${places.join('，也可能是')}`,
  inCounty: (division: string, county: string) => `${division}（${county}）`,
  onlyHere: (label: string, stations: string[], unnamed: number) => {
    const number = unnamed ? [`${unnamed === 1 ? '一' : cardinal(unnamed)}个没写站名的号码`] : [];
    return `“${label}”一栏只有${[...stations, ...number].join('和')}，建议先打客服电话。`;
  },
  withStreet: (name: string, division: string) => `${name}（同名街道在${division}）`,
  noNamePrinted: '报上没印站名，还不能确认是不是发行站',

  alsoFoundHeading: '登在别处，也可能属于这里',
  alsoFound: {
    same_name_street: (label: string, division: string) => `登在“${label}”一栏；同名街道在${division}`,
    printed_beside: (label: string) => `登在“${label}”一栏；区名空白，和上下几个站排在一起`,
  },

  printedUnder: (label: string) => `登在“${label}”一栏`,
  printedBeside: (label: string) => `排在“${label}”一栏下面`,
  addedUnder: (label: string) => `工作人员添加在“${label}”`,
  derivedDistrict: '报上没印区名，站名就是区名',
  sameAsDistrict: '站名与区域同名',
  alias: (aliases: string[]) => `也叫${aliases.join('、')}`,

  noteBeside: (note: string) => `旁边印着“${note}”`,
  sharedWith: (kind: string, names: string[]) => `${kind}与${names.map((name) => `“${name}”`).join('')}是同一个号码`,
  inColumn: (digits: string, column: string) => `${digits}印在“${column}”一栏`,
  outOfUse: '这个号码已停用',
  outOfUsePrinted: '已停用，不再登出',
  noOther: '报上没印这个站的别的号码。',
  noNumber: '报上没印这个站的号码。',

  tools: {
    copy: '复制号码',
    copied: '已复制',
    copiedToPaste: '已复制，去微信粘贴',
    save: '存到通讯录',
    share: '发给家人',
    card: '打印卡片',
    failed: '没成功，请长按号码复制',
  },
  shareText: (name: string, numbers: string[]) => `${name}：${numbers.join('，')}`,

  printedHeading: '报上是怎么印的',
  column: { district: '区域', name: '发行站', phone: '电话', others: '其他栏' },
  blank: '空白',
  blankAbove: (above: string) => ['空白，', `上面最近一格是“${above}”`],
  correctedSince: (raw: string) => [`${raw}，`, '核实后已更正'],
  partCorrectedSince: (raw: string) => [`${raw}，`, '其中有号码核实后已更正'],
  onlyDigits: (raw: string, digits: number) => `${raw}，只有${digits}位`,
  areaCodeFromNotice: (areaCode: string) => `座机没印区号，${areaCode}印在同一则通知里。`,

  help: {
    heading: {
      after_station: '先打发行站，没解决再打客服',
      still_unsolved: '还没解决？再打客服',
      not_found: '还是找不到？打客服问一问',
    },
    first: '先打客服电话',
    line: '客服',
    button: '打客服电话',
    report: '登记投递问题',
  },
  footer: {
    label: '网站导航',
    track: '查办理进度',
    print: '打印号码',
    about: '数据说明',
    privacy: '隐私',
    /** @param checked whether staff have checked or corrected any number */
    source: (month: string, checked: boolean, operator: string | null) => [
      ...(checked ? [`号码来自${month}报上的通知`, '和工作人员的核实；'] : [`号码来自${month}报上的通知；`]),
      operator ? `本页由${operator}整理，不是报社或邮政官网。` : '这里不是报社或邮政官网。',
    ],
  },

  notFound: { heading: '没有这一页', lead: '地址可能抄错了，或者这一页已经搬走。' },
  failed: {
    heading: '页面出错了',
    lead: '出错的是本站，不是您的问题。已经登记的都还在。请过一会儿再试，或者先打电话。',
  },
  /** A page that needs what cannot be reached at the moment, in the place of what it would ask or show. */
  away: {
    heading: '现在登记不了，也查不了',
    lead: ['本站暂时存不了东西，', '已经登记的都还在。', '请过几分钟再试，', '着急请先打电话。'],
    again: '再试一次',
  },
  cities: {
    heading: '选一个城市',
    title: '报达：报纸发行站电话',
    label: '输入城市名或区号，拼音也行',
    none: '没有这样的城市。',
    all: '看全部城市',
  },
} as const;
