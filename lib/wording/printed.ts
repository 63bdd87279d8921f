/** Words that printed tables use, as the normaliser recognises them. All compared after `foldText`. */

/** Headings by column, without spaces, brackets or case. */
export const HEADINGS = {
  district: [
    '区域',
    '区',
    '地区',
    '区县',
    '县区',
    '区市县',
    '辖区',
    '片区',
    '所属区域',
    '所属区',
    '投递区域',
    '行政区',
    'district',
    'area',
    'region',
  ],
  station: [
    '发行站',
    '站名',
    '投递站',
    '发行站名称',
    '投递站名称',
    '站点',
    '站点名称',
    '发行站点',
    '投递点',
    '网点',
    '网点名称',
    '名称',
    '投递部',
    '发行部',
    '邮政支局',
    '支局',
    'station',
    'stationname',
    'name',
    'deliverystation',
  ],
  office: [
    '办公电话',
    '座机',
    '固话',
    '固定电话',
    '座机电话',
    '办公座机',
    '座机号码',
    '固定电话号码',
    '办公室电话',
    '电话座机',
    'office',
    'officephone',
    'landline',
    'telephone',
    'tel',
  ],
  mobile: [
    '移动电话',
    '手机',
    '手机号',
    '手机号码',
    '移动手机',
    '移动电话号码',
    '电话手机',
    'mobile',
    'mobilephone',
    'cell',
    'cellphone',
  ],
  phone: [
    '电话',
    '联系电话',
    '电话号码',
    '联系方式',
    '投递电话',
    '服务电话',
    '站点电话',
    'phone',
    'phonenumber',
    'contact',
  ],
} as const;

/** A cell that says nothing was printed. */
export const BLANK_MARKS = [
  '无',
  '暂无',
  '没有',
  '空',
  '-',
  '--',
  '---',
  '—',
  '——',
  '–',
  '/',
  '\\',
  'n/a',
  'na',
  'none',
  'null',
  '*',
  '×',
  '·',
  '...',
  '…',
  '……',
];
/** A district cell that repeats the one above. */
export const DITTO_MARKS = ['同上', '〃', '″', '"', '”', '々'];

export const TOTAL_ROW = /^(?:合计|总计|共计|小计|总数|total\b|sum\b)/i;
export const FOOTNOTE_ROW = /^(?:注[:：释]|备注|说明|附注|※|\*|note\b)/i;
export const TITLE_ROW = /(?:一览表|名单|电话表|通讯录|明细表)(?:\(.*\))?$/;

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
export const EXTENSION = /(?:转分机|转接|分机号|分机|转|轉|#|ext\.?|x)[:.\s-]*(\d+)$/iu;
/** What may stand before a number and says only that it is one. */
export const NUMBER_LABEL =
  /^(?:联系电话|办公电话|移动电话|固定电话|服务电话|电话号码|手机号码|手机号|电话|手机|座机|固话|办公|值班|热线|tel|phone|mobile|t|m)\s*[.:]\s*/iu;
