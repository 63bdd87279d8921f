/** Words that printed tables use, as the normaliser recognises them. All compared after `foldText`. */

/** The words of a text. */
const split = (text: string): string[] => text.trim().split(/\s+/);

/** Headings by column: simplified, without spaces, brackets, numbering or case, and without a last “No.” or “number”. */
export const HEADINGS = {
  district: split(`
    区域 区 地区 区县 县区 区市县 辖区 片区 所属区域 所属区 投递区域 行政区 行政区域 区名 区域名称 所在区
    所在区域 所属区县 district area region zone county districtname
  `),
  station: split(`
    发行站 站名 投递站 发行站名称 投递站名称 站点 站点名称 发行站点 投递点 网点 网点名称 名称 投递部 发行部
    邮政支局 支局 邮局 邮局名称 服务站 投递服务站 发行站名 投递站名 station stationname name deliverystation
    deliverypoint deliveryoffice distributionstation outlet branch postoffice
  `),
  office: split(`
    办公电话 座机 固话 固定电话 座机电话 办公座机 座机号码 固定电话号码 办公室电话 电话座机 办公 办公号码
    办公电话号码 office officephone landline telephone tel officetel officetelephone workphone landlinephone
    fixedline
  `),
  mobile: split(`
    移动电话 手机 手机号 手机号码 移动手机 移动电话号码 电话手机 移动 移动号码 行动电话 mobile mobilephone cell
    cellphone mobiletel mobiletelephone handphone
  `),
  phone: split(`
    电话 联系电话 备用电话 值班电话 其他电话 电话号码 联系方式 投递电话 服务电话 站点电话 phone contact
    contactphone contacttel
  `),
};

/** Headings of columns that are known to hold something else, also where it is made of digits. */
export const OTHER_HEADINGS = split(`
    序号 编号 代码 邮编 邮政编码 传真 传真号码 地址 备注 联系人 负责人 站长 微信 qq id fax address note notes
    remark remarks zip postcode
  `);

/** Traditional characters of headings, totals and notes → the simplified ones. */
const TRADITIONAL = '區縣轄屬發遞郵務點網名稱電話辦動號碼機聯繫絡總計註備說頁續';
const SIMPLIFIED = '区县辖属发递邮务点网名称电话办动号码机联系络总计注备说页续';
const SIMPLER: ReadonlyMap<string, string> = new Map(
  [...TRADITIONAL].map((character, at) => [character, [...SIMPLIFIED][at] ?? character]),
);
/** For recognising a row only: what is printed stays as it is. */
export const simplify = (text: string): string => text.replace(/\p{Script=Han}/gu, (one) => SIMPLER.get(one) ?? one);

/** A cell that says nothing was printed. */
export const BLANK_MARKS = split(`
    无 暂无 没有 空 暂缺 不详 未知 待定 未装 未安装 无电话 无座机 无手机 无号码 - -- --- — —— – / \\ n/a na none
    null * × · ... … ……
  `);
/** A district cell that repeats the one above. */
export const DITTO_MARKS = ['同上', '〃', '″', '"', '”', '々'];

export const TOTAL_ROW = /^(?:合 ?计|总 ?计|共 ?计|小 ?计|总数|总共|共 ?\d+ ?个|total\b|sum\b)/i;
/** Remarks, who made the table and when, and the marks of a page. */
export const FOOTNOTE_ROW =
  /^(?:注 ?\d*[:释.]|备注|说明|附注|附[:注]|※|\*|note\b|制表|填表|审核|编制|来源|数据来源|截至|截止|以上|以下|如有|请|\(?接?[上下]页\)?|续表|第 ?\d+ ?页|\d+ ?\/ ?\d+$|page\b)/i;
export const TITLE_ROW = /(?:一览表|名单|电话表|通讯录|明细表|联系电话|电话号码|电话)(?:\(.*\))?$/;
/** A row that is only a district ends so, or is short; one that ends so may be longer. */
export const UNIT_ENDING = /[区县市旗州盟]$/;
/** What printers add to a label at the top of a page, or after it. */
export const LABEL_TAIL = /(?:\((?:续|續)[^)]*\)|[:：])+$/;

/** Endings of a station's name that only say that it is one. */
export const STATION_ENDINGS = ['投递服务站', '发行站', '投递站', '投递部', '发行部', '投递点', '投递', '发行'];

/** Endings by which published divisions are told apart. */
export const COUNTY_ENDING = /(?:自治县|自治旗|林区|特区|区|县|市|旗)$/;
export const STREET_ENDING = /街道(?:办事处)?$/;
export const TOWN_ENDING = /(?:[\p{Script=Han}]族)?(?:镇|乡)$/u;
export const COMMUNITY_ENDING = /社区(?:居委会|居民委员会)$/;
export const COMMITTEE_ENDING = /(?:居委会|居民委员会|村委会|村民委员会)$/;
/** One of these, at the end of a name, may be dropped when names are compared. */
export const STEM_ENDING = /[街路沟桥村子]$/;

/** Between two numbers in one cell; `/` and a new line too. */
export const NUMBER_SEPARATOR = /[、,，;；|/／\n\r]|(?<=\d[)）\s]{0,3})(?:或者|或|以及|和|及)(?=[\s(（+]{0,3}\d)/u;
/** What announces an extension. */
export const EXTENSION = /(?:转分机|转接|分机号|分机|转|轉|#|ext\.?|x)[:.\s-]*(\d+)\)?$/iu;
/** What may stand before a number and says only that it is one. */
export const NUMBER_LABEL =
  /^(?:联系电话|办公电话|移动电话|固定电话|服务电话|电话号码|手机号码|手机号|电话|手机|座机|固话|办公|值班|热线|tel|phone|mobile|t|m)\s*[.:]\s*/iu;
/** Marks of a telephone before a number, and an apostrophe by which spreadsheets keep digits as text. */
export const NUMBER_MARK = /^(?:[☎☏✆📞📱]\ufe0f?\s*|['‘’`](?=[\d+(]))/u;
/** A number of seven digits or more inside a station's name, with its extension. */
export const NUMBER_IN_NAME =
  /\+?(?:\(\+?\d{1,4}\)[\s-]*)?\d(?:[\s()-]*\d){6,}(?:\s*(?:转分机|转|轉|分机|#)\s*\d{1,6})?/gu;
