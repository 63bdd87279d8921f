import { type Age, paperAge } from './age.ts';
import { words } from './reader.ts';

/** The sentences of what is printed: the sheet of all numbers, the card and the poster of a station. */

/** In parts that each stay whole on a line: clauses, and what comes after a date. */
export const paperPhrases = (text: string): string[] => text.split(/(?<=[，；：]|\d日)/);

export const printWords = {
  title: (city: string) => `${city}报纸发行站电话`,
  allAge: (month: string) => `全部号码${month}登报 · 尚未核实`,
  restAge: (age: Age) => `没有记号的号码：${paperAge(age)}`,
  printedOn: (date: string) => `打印于${date}`,
  qr: (address: string) => `二维码，打开${address}`,
  scan: ['手机扫一扫', '看最新号码'],
  oneRowEach: '以下一行一区',
  remark: (n: number, above: string, except: string, division: string) =>
    `以下${n}站区名空白，按上一行归在“${above}”；${except}同名街道在${division}`,
  cityFirst: '这一栏先打客服',
  streets: (name: string, division: string) => `${name}的同名街道在${division}`,
  unnamed: '没写站名',
  shared: (names: string[]) => `${names.join('、')}共用一个座机`,
  sharedNumber: (names: string[]) => `${names.join('、')}共用一个号码`,
  column: (column: string) => `手机号，印在“${column}”一栏`,
  /** Why a number cannot be called whose station has no other. */
  callsCityLine: (why: string) => `${why}，先打客服`,
  button: '打印这一页',
  how: ['没有按钮，或者点了没反应：', '请在浏览器菜单里选“打印”；', '没有这一项，就截屏存下来。'],
} as const;

export const handoutWords = {
  card: {
    title: (station: string) => `打印卡片：${station}`,
    button: '打印卡片',
    link: '打印卡片',
    how: '印在A4纸上，沿细线剪下来，贴在冰箱上。',
    first: '报纸没送到，先打这里',
    firstLine: (label: string) => `报纸没送到，先打${label}`,
    scan: '扫一扫看最新',
    allAge: (age: Age) => `号码${paperAge(age)}`,
  },
  poster: {
    title: (station: string) => `打印海报：${station}`,
    button: '打印海报',
    link: '打印楼道海报',
    how: '印在A4纸上，贴在楼道里。',
    heading: '报纸没送到？',
    first: '先打',
    allAge: (age: Age) => {
      const [first, between] = age;
      return between ? `号码是${first}的，还没有人核实` : `号码${paperAge(age)}`;
    },
  },
  /** How old the numbers are and when they were printed. */
  foot: (ages: readonly string[], printed: string) => [...ages, printed].join('；'),
  posterFoot: (ages: readonly string[], printed: string) => [...ages, printed].map((sentence) => `${sentence}。`),
  unsolved: '没解决，再打',
  /** Of a number whose row has no name. */
  noName: `${words.noNamePrinted}。`,
  nothingToCall: '这个站没有可以拨打的号码，请打客服电话。',
  cannotCall: (kind: string, why: string) => `${kind}：${why}。`,
  more: (n: number) => `另有${n}个号码，请看网页。`,
  someAge: (names: readonly string[], age: Age) => `${names.join('、')}${paperAge(age)}`,
  /** One of several numbers of a kind. */
  endingIn: (kind: string, digits: string) => `${kind}（尾号${digits}）`,
  cityLine: '客服电话',
} as const;
