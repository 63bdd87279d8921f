import type { AlsoFoundUnder, How, Phone } from '../directory/records.ts';
import { KIND, words } from './reader.ts';

/** The words of contacts, of the table for spreadsheets and of what search engines are told. */

export const contactWords = {
  /** The name in an address book, where nothing around it says what it is. */
  name: (city: string, name: string | null) =>
    name === null ? `${city}报纸 ${words.unnamed}` : words.stationHeading(name),
  unnamed: `${words.noNamePrinted}。`,
  /** One line where the numbers differ in age. */
  ageOf: (kind: Phone['kind'], digits: string, age: string) => `${KIND[kind]} ${digits}：${age}`,
  purpose: '报纸投递',
};

/** The columns of the table for spreadsheets, in their order. */
export const tableHeadings = {
  row: '行',
  id: '站编号',
  printedDistrict: '区域（登报）',
  district: '区域',
  districtHow: '区域来历',
  printedName: '发行站（登报）',
  name: '发行站',
  aliases: '又名',
  alsoFoundUnder: '也可能属于',
  column: '栏目（登报）',
  kind: '类型',
  printed: '号码（登报）',
  digits: '可拨打的号码',
  tel: '拨号链接',
  extension: '分机',
  areaCodeFrom: '区号来历',
  age: '核实情况',
  otherCells: '其他栏（登报）',
  flags: '提醒代码',
  address: '地址',
  hours: '营业时间',
  note: '备注',
} as const;

/** What the sheet of the workbook is called. */
export const sheetName = '发行站';

export const howWords: Readonly<Record<How, string>> = {
  printed: '登报',
  span: '合并格',
  inherited: '区名空白，按上一行',
  heading: '小标题',
  normalised: '已整理写法',
  derived: '按站名推断',
  corrected: '已更正',
  added: '工作人员添加',
};

export const areaCodeWords: Readonly<Record<NonNullable<Phone['areaCodeFrom']>, string>> = {
  printed: '印在号码里',
  notice: '印在同一则通知里',
};

export const alsoFoundWords: Readonly<Record<AlsoFoundUnder['reason'], string>> = {
  same_name_street: '同名街道',
  printed_beside: '印在旁边',
};
