/** What the normaliser says: evidence of flags, and why a file is refused. Shown to staff; numbers come in as printed. */

const list = (parts: readonly string[]) => parts.join('、');

interface NamedPlace {
  name: string;
  row: number;
}
/** The first few by name, and how many there are where that is not all of them. */
const places = (named: readonly NamedPlace[], all: number) =>
  `${list(named.map(({ name, row }) => `${name}（第${row}行）`))}${all > named.length ? `等${all}处` : ''}`;

export const phoneWords = {
  mobileShort: (digits: number, full: number) => `以1开头的手机号要有${full}位，这一个只有${digits}位。`,
  mobileLong: (digits: number, full: number) => `以1开头的手机号是${full}位，这一个有${digits}位。`,
  localShort: (digits: number, full: readonly number[]) => `本地座机要有${full.join('或')}位，这一个只有${digits}位。`,
  localLong: (digits: number, full: readonly number[]) => `本地座机是${full.join('或')}位，这一个有${digits}位。`,
  areaShort: (area: string, digits: number, full: number) =>
    `区号${area}的座机要有${full}位，这一个除去区号只有${digits}位。`,
  areaLong: (area: string, digits: number, full: number) =>
    `区号${area}的座机是${full}位，这一个除去区号有${digits}位。`,
  unknownArea: '没有以这几位数字开头的区号。',
  withCountryCode: (digits: number, evidence: string) => `连国家码一共${digits}位；去掉国家码，${evidence}`,
  serviceShort: (start: string, digits: number, full: number) =>
    `${start}开头的服务号码要有${full}位，这一个只有${digits}位。`,
  serviceLong: (start: string, digits: number, full: number) =>
    `${start}开头的服务号码是${full}位，这一个有${digits}位。`,
  wrongLength: { too_short: '按号码规则，位数少了。', too_long: '按号码规则，位数多了。' },
  invalid: '按号码规则对不上任何一种电话号码。',
  localStart: '本地座机不会以这个数字开头。',
  noDigits: '这一格里没有号码。',
  date: '像是日期，不是号码。',
  scientific: '像是电子表格把号码变成了科学计数，末尾的数字可能已经丢了。',
  scientificWhole: '写成了科学计数；数字都在，但不是号码的写法。',
  sign: '前面的正负号像是电子表格加的，不是号码的一部分。',
  rounded: '末尾一串0：真是这样的号码，或是电子表格取了整。',
  roundedBySheet: '末尾一串0，文件里又有电子表格改过数字的痕迹：像是取了整，原来的数字已经丢了。',
  float: '末尾的小数点像是电子表格加的。',
  thousands: '千位逗号像是电子表格加的。',
  fraction: '中间的小数点说不清是什么。',
  lostZero: (areaCode: string) => `像是丢了区号${areaCode}开头的0。`,
  lostZeroElsewhere: (areaCode: string) => `像是外地的号码，丢了区号${areaCode}开头的0；不是本地的，不补。`,
  abbreviated: '没有印区号，也没有登记区号。',
  codeWithoutArea: '印了国家码，没印区号。',
  besideOtherArea: '同一格里另一个号码印着外地的区号，这一个没印：分不清是哪里的。',
  runOn: '只印了号码末尾的几位，前面的没印；不补。',
  unclear: '同一格里另有看不明白的字，说不准这个号码能不能拨。',
  outOfService: '旁边印着已经不用。',
  foreign: '不是本国的号码。',
  shortCode: '登记过的短号。',
  service: '服务号码，不用区号。',
  unknownShortCode: '像是短号，但没有登记过。',
  suspect: (characters: readonly string[]) => `号码里有不是数字的字符：${list(characters.map((one) => `“${one}”`))}。`,
  control: '号码中间有控制字符，可能丢了数字。',
  formula: '格子是公式，里面的数字不当号码用。',
  extension: (extension: string) => `分机${extension}。`,
  rangeOrExtension: (tail: string) => `末尾的“-${tail}”是分机还是连号，分不清。`,
  areaCode: (areaCode: string) => `没印区号，按同一通知里的${areaCode}拨。`,
  folded: (printed: string) => `印作“${printed}”。`,
  multiple: (count: number) => `一格里印了${count}个号码。`,
};

export const flagWords = {
  column: { district: '区域', name: '发行站', office: '办公电话', mobile: '移动电话' },
  othersComplete: (column: string, others: number, full: number) => `${column}一栏其余${others}个都是${full}位。`,
  candidates: (all: number, block: string, inside: number) =>
    `补一位共有${all}种可能的手机号：${inside}种落在本表用的号段${block}，${all - inside}种不在；分不出哪一种对。`,
  candidatesAlone: (all: number) => `补一位共有${all}种可能的手机号，分不出哪一种对。`,
  candidateTaken: (number: string, stations: readonly NamedPlace[], all: number) =>
    `其中${number}是${places(stations, all)}的号码。`,
  otherNumber: (number: string) => `要问，打本站另一个号码${number}。`,
  wrongColumn: (kind: string, column: string) => `是有效的${kind}号，印在“${column}”一栏。`,
  kinds: { mobile: '手机', fixed_line: '座机', service: '服务', fax: '传真', unknown: '电话' },
  inNameCell: '号码印在站名一格里。',
  unheaded: '号码印在没有表头的一栏里。',
  unknownColumn: (column: number) => `第${column}列像是号码，但认不出它的表头；照印保留，没有当号码用。`,
  otherInColumn: (column: string) => `${column}一栏另有一个号码。`,
  shared: (others: readonly NamedPlace[], all: number) => `与${places(others, all)}印的是同一个号码。`,
  blankCell: (column: string) => `“${column}”一格空白：没印，不等于没有。`,
  markedBlank: (column: string, printed: string) => `“${column}”一格印的是“${printed}”。`,
  noPhone: '这一行没有印任何号码。',
  nameMissing: (blank: readonly string[]) => `${list(blank)}${blank.length > 1 ? '几格都空' : '一格空'}。`,
  unnamed: (row: number) => `没写站名（第${row}行）`,
  duplicateStation: (row: number) => `第${row}行也是这个区域的同名站。`,
  duplicateRow: (row: number) => `与第${row}行完全一样。`,
  alias: (alias: string) => `去掉多余的字是“${alias}”。`,
  sameAsDistrict: (label: string) => `站名和区域都叫“${label}”。`,
  inherited: (label: string, row: number) => `区名空白，按第${row}行的“${label}”归类。`,
  ownName: (label: string) => `区名空白，站名“${label}”本身就是区、市、县或功能区的名字。`,
  noDistrict: '区名空白，也推不出来。',
  labelVariant: (label: string, official: string) => `印作“${label}”，大概是${official}。`,
  functionalArea: (label: string, within: string | null) =>
    `“${label}”是功能区，没有行政区划代码${within === null ? '' : `；通常指${within}里的那个`}。`,
  place: (name: string, county: string) => `${name}在${county}。`,
  placeIn: (name: string, county: string) => `${name}在${county}`,
  clash: (name: string, county: string, label: string) => `${name}在${county}，印的是“${label}”。`,
  clashInherited: (name: string, county: string, label: string) => `区名空白，归在“${label}”；${name}在${county}。`,
  ambiguous: (places: readonly string[]) => `${places.join('，')}。`,
  boundaryClash: (next: string) => `从这一串第一个同名街道在“${next}”的行起，归上还是归下，说不准。`,
  boundaryBetween: (above: string | null, below: string | null) => {
    const near = [above, below].filter((name) => name !== null);
    return near.length === 2 ? `夹在${near[0]}和${near[1]}中间；区划里没有同名街道。` : '区划里没有同名街道。';
  },
  besideUnnamed: (label: string) => `区名“${label}”印在这一行，旁边一行没印站名。`,
  besideClash: (label: string, name: string) => `旁边一行印着“${label}”，但${name}的同名街道不在那里。`,
  stale: (effectiveFrom: string, days: number, importedAt: string) =>
    `${effectiveFrom}起用，到${importedAt}导入时已过${days}天。`,
  guessed: (encoding: string) => `不是UTF-8，按${encoding}读出；请核对有没有认错的字。`,
  formula: '以公式符号开头，只当文字。',
  markup: '有网页代码，只当文字。',
  control: '有控制字符或看不见的字符，值里已去掉。',
  long: (length: number) => `这一格有${length}个字。`,
  folded: (value: string) => `整理成“${value}”。`,
};

/** Where in the file: lines and columns counted from 1, as an editor or a spreadsheet counts them. */
const at = (line: number, column?: number) => `第${line}行${column === undefined ? '' : `第${column}列`}`;
const HEADING_NEEDED =
  '表头要有站名一列和至少一列电话，例如：区域、发行站、办公电话、移动电话，各列用制表符（Tab）隔开';
const SAVE_AS_TEXT = '请另存为“制表符分隔的文本”（UTF-8）再试';

export const refusalWords = {
  missing: (file: string) => ({ message: `${file}：找不到这个文件`, remedy: '请检查文件名和路径' }),
  directory: (file: string) => ({ message: `${file}：这是文件夹，不是文件`, remedy: '请给出文件夹里的表格文件' }),
  notFile: (file: string) => ({ message: `${file}：这不是普通文件`, remedy: '请先存成一个文件再试' }),
  denied: (file: string) => ({ message: `${file}：没有读取的权限`, remedy: '请检查文件的权限' }),
  unread: (file: string, reason: string) => ({ message: `${file}：读取失败（${reason}）`, remedy: '请检查文件和磁盘' }),
  empty: (file: string) => ({ message: `${file}：文件是空的`, remedy: '请给出有表头和数据的表格' }),
  tooManyBytes: (file: string, limit: number) => ({
    message: `${file}：文件超过${limit}MB`,
    remedy: '请只留下发行站的表，或分成几个文件',
  }),
  tooManyRows: (file: string, limit: number, line: number) => ({
    message: `${file}：超过${limit}行的上限，从${at(line)}起读不下`,
    remedy: `请分成几个文件，每个不超过${limit}行`,
  }),
  cellTooLong: (file: string, line: number, column: number, length: number, limit: number) => ({
    message: `${file}：${at(line, column)}的格子有${length}个字，上限是${limit}`,
    remedy: '请检查这一格：是不是引号或换行没有对上，或贴进了别的内容',
  }),
  tooManyColumns: (file: string, line: number, limit: number) => ({
    message: `${file}：${at(line)}超过${limit}列`,
    remedy: '请检查这一行的制表符',
  }),
  format: (file: string, format: string) => ({ message: `${file}：这是${format}，不是文本表格`, remedy: SAVE_AS_TEXT }),
  binary: (file: string) => ({ message: `${file}：这是二进制文件，不是文本表格`, remedy: SAVE_AS_TEXT }),
  encoding: (file: string, { row, col }: { row: number; col: number }, byte: number, unknown: boolean) => ({
    message: `${file}：${at(row, col)}（文件的第${byte}个字节）起${unknown ? '既不是UTF-8也不是GB18030' : '不是UTF-8'}，认不出文字`,
    remedy: '请看这一处的字，在原来的软件里改好，用UTF-8编码另存后再试',
  }),
  cut: (file: string, { row, col }: { row: number; col: number }, byte: number) => ({
    message: `${file}：${at(row, col)}（文件的第${byte}个字节）断在一个字中间，文件不完整`,
    remedy: '请重新拷贝或下载整个文件，或用UTF-8编码另存后再试',
  }),
  noHeading: (file: string, within: number, guessed: boolean) => ({
    message: `${file}：从第1行起的开头${within}行里找不到表头${guessed ? '（文件不是UTF-8，按GB18030读的，也可能是编码不对）' : ''}`,
    remedy: `${HEADING_NEEDED}${guessed ? '；或用UTF-8编码另存后再试' : ''}`,
  }),
  separator: (file: string, line: number, alsoTabs: boolean) => ({
    message: `${file}：${at(line)}像是表头，但各列不是用制表符隔开的${alsoTabs ? '，或不全是' : ''}`,
    remedy: '请在电子表格软件里打开，另存为“制表符分隔的文本”（UTF-8）再试',
  }),
  headingLacks: (file: string, line: number, lacking: 'name' | 'phone') => ({
    message: `${file}：${at(line)}像是表头，但没有${lacking === 'name' ? '站名' : '电话'}一列`,
    remedy: HEADING_NEEDED,
  }),
  twoHeadings: (file: string, line: number, heading: string, columns: readonly number[]) => ({
    message: `${file}：${at(line)}的表头里“${heading}”一类有${columns.length}列（第${columns.join('、')}列），分不清用哪一列`,
    remedy: '请只留一列，或改成不同的表头；左右并排的两张表，请把右边的接到左边的下面',
  }),
  noRows: (file: string, line: number) => ({
    message: `${file}：${at(line)}的表头下面没有数据行`,
    remedy: '请检查表格是不是只复制了表头',
  }),
  unknownOption: (option: string) => ({ message: `不认识的参数：${option}`, remedy: USAGE }),
  optionValue: (option: string, value: string) => ({ message: `参数${option}的值不对：${value}`, remedy: USAGE }),
  oneFile: (count: number) => ({
    message: count === 0 ? '没有给出文件' : `只能给一个文件，给了${count}个`,
    remedy: USAGE,
  }),
  unknownDirectory: (id: string, known: readonly string[]) => ({
    message: `没有“${id}”这个名录`,
    remedy: known.length === 0 ? 'data/ 下面还没有名录' : `可用的名录：${list(known)}`,
  }),
};

export const FORMATS = {
  zip: 'ZIP压缩包或新版Office文件（如xlsx、docx）',
  ole: '旧版Office文件（如xls、doc）',
  pdf: 'PDF文件',
  image: '图片',
  gzip: 'GZIP压缩文件',
  rtf: 'RTF文件（写字板、Word）',
  utf16: 'UTF-16编码的文本（有的软件叫“Unicode文本”）',
  utf32: 'UTF-32编码的文本',
  html: '网页',
};

const USAGE = '用法：npm run -s normalise -- 文件 [--directory 名录] [--country 国家代码] [--area-code 区号] [--json]';

/** The table a person reads in the shell. */
export const reportWords = {
  usage: USAGE,
  error: '出错',
  remedy: '怎么办',
  flags: (count: number) => (count === 0 ? '没有存疑项' : `存疑项 ${count}`),
  remarks: (count: number) => `说明 ${count}`,
  stations: (stations: number, phones: number, callable: number) =>
    `发行站 ${stations}，号码 ${phones}，可拨打 ${callable}`,
  setAside: (count: number) => `不是数据的行 ${count}`,
  headings: {
    row: '行',
    station: '发行站',
    severity: '严重程度',
    flag: '存疑项',
    evidence: '依据',
    district: '区域',
    office: '座机栏',
    mobile: '手机栏',
    id: '编号',
    reason: '原因',
    cells: '内容',
  },
  edition: '整份',
  unnamed: '（没写站名）',
  notCallable: '✗',
  reasons: {
    title: '标题',
    repeated_heading: '重复的表头',
    district_heading: '区名行',
    total: '合计',
    footnote: '注',
  },
};
