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
  noMobile: (start: string) => `有11位，可没有${start}开头的手机号。`,
  marked: '带着上标、圈码、删除线或单位；不当数字拨。',
  shortTail: '末尾的一两位像是脚注，或是另一栏的；不连起来拨。',
  inName: (name: string) => `站名里印着“${name}”。`,
  inRemark: (remark: string) => `备注里印着“${remark}”。`,
  internal: '是内线，外面打不进。',
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

const COLUMN_KINDS = { district: '区域', name: '站名', office: '座机', mobile: '手机', phone: '电话' };

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
  guessedColumn: (column: number, heading: string, kind: keyof typeof COLUMN_KINDS) =>
    `第${column}列的表头“${heading}”没说清是什么；看里面印的，当作${COLUMN_KINDS[kind]}。`,
  noteNumber: (column: number, kind: 'note' | 'contact') =>
    `第${column}列是${kind === 'note' ? '备注' : '联系人'}，里面像有号码；照印保留，没有当号码用。`,
  ragged: (given: number, width: number) => `表头有${width}格，这一行有${given}格；格子可能错了位，没有挪动。`,
  numberForName: (label: string) => `站名一格里只有号码；“${label}”是站名还是区名，分不清。`,
  nameOrLabel: (text: string) => `这一行只有“${text}”，是没印号码的站，还是下面一组的名字，分不清。`,
  pieceOfName: (text: string) => `这一行只有“${text}”，可能是上一行站名的后半截。`,
  cutNumber: (head: string, tail: string, row: number, joined: string) =>
    `“${head}”和第${row}行的“${tail}”连起来是${joined}；没有连，核实以前不拨。`,
  numbersBelow: (name: string, row: number) => `“${name}”一行没有号码，第${row}行只有号码；像是一行断成了两行。`,
  joinedName: (row: number, tail: string) => `站名连上了第${row}行的“${tail}”。`,
  inOtherCell: (column: number) => `号码印在第${column}列，不在电话一栏里；本站电话一栏没有号码。`,
  inDistrictCell: '号码印在区域一格里。',
  mojibake: (printed: string, guess: string | null) =>
    `“${printed}”像是乱码${guess === null ? '' : `，原来可能是“${guess}”`}；请用原来的文件核对。`,
  noDistrictColumn: '表里没有区域一栏，也没有分区的行。',
  afterHidden: (text: string) => `上面有隐藏的行，写着“${text}”；从那里起归哪个区，说不准。`,
  afterText: (row: number, text: string) =>
    `上面第${row}行的“${text}”没有认出是什么；从那里起是不是还归这个区，说不准。`,
  doubtfulSection: (row: number, text: string) => `归类按第${row}行的“${text}”；它不一定只是一个区的名字。`,
  labelsNotAtHead: (row: number) =>
    `第一个区名印在第${row}行，上面已有区名空白的行：区名不在一组的开头，归上还是归下说不准。`,
  countMismatch: (printed: string, said: number, found: number) => `“${printed}”说有${said}个站，下面印了${found}个。`,
  nearLabel: (label: string, main: string) => `印作“${label}”，本表别处作“${main}”，归成一个。`,
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
  calculated: '这一格是公式，读到的是上次算出来的值；里面的数字不当号码用。',
  merged: (first: number, last: number) => `第${first}至${last}行合并成一格，印的是同一个号码。`,
  markup: '有网页代码，只当文字。',
  control: '有控制字符或看不见的字符，值里已去掉。',
  long: (length: number) => `这一格有${length}个字。`,
  folded: (value: string) => `整理成“${value}”。`,
};

/** Where in the file: lines and columns counted from 1, as an editor or a spreadsheet counts them. */
const at = (line: number, column?: number) => `第${line}行${column === undefined ? '' : `第${column}列`}`;
const HEADING_NEEDED =
  '表头要有站名一列和至少一列电话，例如：区域、发行站、办公电话、移动电话，各列用制表符（Tab）、逗号、分号或竖线隔开';

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
    remedy: '请检查这一行，是不是隔开各列的符号多了',
  }),
  format: (file: string, { name, remedy }: { name: string; remedy: string }) => ({
    message: `${file}：这是${name}，读不了`,
    remedy,
  }),
  binary: (file: string) => ({
    message: `${file}：认不出这是什么文件`,
    remedy: '能读的是：xlsx、CSV、制表符分隔的文本、网页里的表格',
  }),
  encrypted: (file: string) => ({ message: `${file}：文件设了密码`, remedy: FORMATS.encrypted.remedy }),
  nested: (file: string, part: string) => ({
    message: `${file}：里面还套着别的文件（${part}），没有打开`,
    remedy: '请新建一个工作簿，只把表复制过去，存成xlsx再试',
  }),
  unpacksTooLarge: (file: string, parts: number, part: number, all: number) => ({
    message: `${file}：解开后太大（上限：${parts}个部分，每个${part}MB，一共${all}MB），没有解开`,
    remedy: '请新建一个工作簿，只把发行站的表复制过去，存成xlsx再试',
  }),
  damagedZip: (file: string, part: string | null) => ({
    message: `${file}：文件坏了或不完整${part === null ? '' : `（${part}）`}，读不了`,
    remedy: '请重新拷贝或下载整个文件，或在电子表格软件里打开，另存为xlsx再试',
  }),
  tooMuchText: (file: string, millions: number) => ({
    message: `${file}：格子里的字一共超过${millions * 100}万个`,
    remedy: '请新建一个工作簿，只把发行站的表复制过去，存成xlsx再试',
  }),
  takesTooLong: (file: string, seconds: number) => ({
    message: `${file}：读了${seconds}秒还没读完，已停下`,
    remedy: '请新建一个工作簿，只把发行站的表复制过去，存成xlsx再试',
  }),
  takesTooMuchMemory: (file: string, megabytes: number) => ({
    message: `${file}：读它要用的内存超过${megabytes}MB，已停下`,
    remedy: '请新建一个工作簿，只把发行站的表复制过去，存成xlsx再试',
  }),
  encoding: (file: string, { row, col }: { row: number; col: number }, byte: number, unknown: boolean) => ({
    message: `${file}：${at(row, col)}（文件的第${byte}个字节）起${unknown ? '既不是UTF-8也不是GB18030' : '不是UTF-8'}，认不出文字`,
    remedy: '请看这一处的字，在原来的软件里改好，用UTF-8编码另存后再试',
  }),
  brokenUtf16: (file: string, { row, col }: { row: number; col: number }, byte: number) => ({
    message: `${file}：${at(row, col)}（文件的第${byte}个字节）起不是UTF-16，认不出文字`,
    remedy: '请看这一处的字，在原来的软件里改好，用UTF-8编码另存后再试',
  }),
  cut: (file: string, { row, col }: { row: number; col: number }, byte: number) => ({
    message: `${file}：${at(row, col)}（文件的第${byte}个字节）断在一个字中间，文件不完整`,
    remedy: '请重新拷贝或下载整个文件，或用UTF-8编码另存后再试',
  }),
  noHeading: (file: string, within: number, guessed: boolean) => ({
    message: `${file}：从第1行起的开头${within}行里找不到表头${guessed ? '（文件没说是什么编码，是猜的，也可能是编码不对）' : ''}`,
    remedy: `${HEADING_NEEDED}${guessed ? '；或用UTF-8编码另存后再试' : ''}`,
  }),
  separator: (file: string, line: number, alsoTabs: boolean) => ({
    message: `${file}：${at(line)}像是表头，但各列不是用制表符、逗号、分号或竖线隔开的${alsoTabs ? '，或不全是' : ''}`,
    remedy: '请在电子表格软件里打开，另存为xlsx或CSV再试',
  }),
  headingLacks: (file: string, line: number, lacking: 'name' | 'phone', guessed = false) => ({
    message: `${file}：${at(line)}像是表头，但没有${lacking === 'name' ? '站名' : '电话'}一列${guessed ? '（文件的编码是猜的，也可能不对）' : ''}`,
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
  htmlWithoutTable: (file: string) => ({
    message: `${file}：这个网页里没有表格`,
    remedy: '请在浏览器里选中表格，复制到电子表格里，存成xlsx或CSV再试',
  }),
  tooDeep: (file: string, limit: number) => ({
    message: `${file}：网页一层套一层，超过${limit}层`,
    remedy: '请在浏览器里选中表格，复制到电子表格里，存成xlsx或CSV再试',
  }),
  noTables: (file: string) => ({
    message: `${file}：没有看得见的表`,
    remedy: '表如果是隐藏的，请用--sheet给出它的名字',
  }),
  unknownSheet: (file: string, sheet: string, names: readonly string[]) => ({
    message: `${file}：没有叫“${sheet}”的工作表`,
    remedy: names.length === 0 ? '这个文件不分工作表，请去掉--sheet' : `可用的工作表：${list(names)}`,
  }),
  noSuchLine: (file: string, line: number) => ({
    message: `${file}：${at(line)}是空的，或没有这一行`,
    remedy: '请给出表头所在的行；没有表头就写--heading 0',
  }),
  columnsNeeded: (file: string) => ({
    message: `${file}：说了没有表头，但没说各列是什么`,
    remedy: '请用--columns按顺序写出各列，例如：--columns district,name,office,-,mobile',
  }),
  columnKinds: (columns: string, kinds: readonly string[]) => ({
    message: `参数--columns的值不对：${columns}`,
    remedy: `按各列的顺序写，用逗号隔开，要有name（站名）；可以写：${list(Object.values(COLUMN_NAMES))}，或${list(kinds)}；-是用不着的一列`,
  }),
  unknownOption: (option: string, usage: string) => ({ message: `不认识的参数：${option}`, remedy: usage }),
  optionValue: (option: string, value: string, usage: string) => ({
    message: `参数${option}的值不对：${value}`,
    remedy: OPTION_REMEDY[option] ?? usage,
  }),
  oneFile: (count: number, usage: string) => ({
    message: count === 0 ? '没有给出文件' : `只能给一个文件，给了${count}个`,
    remedy: usage,
  }),
  unknownDirectory: (id: string, known: readonly string[]) => ({
    message: `没有“${id}”这个名录`,
    remedy: known.length === 0 ? 'data/ 下面还没有名录' : `可用的名录：${list(known)}`,
  }),
};

/** What is said of a file beside its records. */
export const formatWords = {
  inSheet: (file: string, sheet: string) => `${file}的“${sheet}”`,
  tableName: (at: number) => `表${at}`,
  hiddenSheet: (name: string) => `“${name}”是隐藏的，没有读；要读请用--sheet给出它的名字。`,
  hiddenInTable: (name: string, count: number) => `“${name}”里有${count}处隐藏的行或格，没有读。`,
  hiddenRows: (name: string, lines: string) => `“${name}”里隐藏的行没有读：第${lines}行。`,
  hiddenColumns: (name: string, columns: string) => `“${name}”里隐藏的列没有读：第${columns}列。`,
  macros: '文件里有宏，没有打开，也没有运行。',
  links: '文件里有指向别的文件的链接，没有打开；格子里是上次存下的值。',
};

const FROM_WORD = '请选中里面的表格，复制到电子表格里，存成xlsx或CSV再试';
const FROM_SHEET = '请在电子表格软件里打开，另存为xlsx或CSV再试';

/** What is not read, and what can be done with it. */
export const FORMATS = {
  zip: { name: '压缩包', remedy: '请先解压，再给出里面的表格文件' },
  archive: { name: '压缩包', remedy: '请先解压，再给出里面的表格文件' },
  docx: { name: 'Word文件', remedy: FROM_WORD },
  doc: { name: '旧版Word文件', remedy: FROM_WORD },
  rtf: { name: 'RTF文件（写字板、Word）', remedy: FROM_WORD },
  pptx: { name: '幻灯片', remedy: FROM_WORD },
  xls: { name: '旧版Office文件（如xls）', remedy: FROM_SHEET },
  xlsb: { name: '二进制的Excel文件（xlsb）', remedy: FROM_SHEET },
  ods: { name: 'ODS表格', remedy: FROM_SHEET },
  numbers: { name: 'Numbers表格', remedy: '请在Numbers里导出成Excel（xlsx）再试' },
  encrypted: { name: '设了密码的文件', remedy: '请在原来的软件里打开，去掉密码，另存后再试' },
  pdf: {
    name: 'PDF文件',
    remedy: '请选中里面的表格，复制到电子表格里，逐行核对后存成xlsx或CSV；选不中文字的是扫描件，要先抄成表格',
  },
  image: { name: '图片', remedy: '请先把图片里的表抄成表格，存成xlsx或CSV' },
  utf32: { name: 'UTF-32编码的文本', remedy: '请用UTF-8编码另存后再试' },
};

const USAGE = [
  '用法：npm run -s normalise -- 文件 [--directory 名录] [--country 国家] [--area-code 区号] [--sheet 工作表] [--heading 行] [--columns 各列] [--json]',
  '  --country CN        哪个国家的号码，两个字母；不写是CN',
  '  --area-code 010     没印区号的座机按哪个区号拨，带0',
  '  --directory 名录    用一个城市的资料和行政区划',
  '  --sheet 名单        工作簿里的哪一张表',
  '  --heading 3         表头在文件的第几行；没有表头写0',
  '  --columns 区域,站名,座机,手机   各列按顺序是什么；用不着的写-',
  '  --json              给程序看的结果；要留下来，后面加 > 文件名.json',
].join('\n');

/** What a column holds, as people may say it on the command line. */
export const COLUMN_NAMES = {
  district: '区域',
  name: '站名',
  office: '座机',
  mobile: '手机',
  phone: '电话',
  fax: '传真',
  address: '地址',
  hours: '时间',
  contact: '联系人',
  note: '备注',
  '-': '-',
} as const;

const OPTION_REMEDY: Readonly<Record<string, string>> = {
  '--country': '写国家的两个字母，如CN、JP、US',
  '--area-code': '写那个国家真有的区号，照国内拨打的样子，带开头的0，如010',
  '--heading': '写表头在文件的第几行，如3；没有表头写0',
};

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
  next: '接下来',
  sayColumns: (columns: string) =>
    `· 有的列是看里面印的猜的。猜得不对，就按顺序说各列是什么，再读一遍：--columns ${columns}`,
  sayAreaCode: '· 没印区号的座机要知道区号才能拨：加上--area-code，如--area-code 010，再读一遍。',
  sayEncoding: '· 文件没说是什么编码。字要是不对，用UTF-8编码另存，再读一遍。',
  checkErrors: '· 不能拨打的号码照版面核对；这里不补也不改，改正在核实台上做。',
  keep: '· 要留下结果：命令后面加 --json > 文件名.json。',
  legend: '（行：表头下面的第几行。✗：不能拨打。␣：看不见的字符。编号末尾的-2、-3：同名的站。）',
  headings: {
    row: '行',
    line: '文件的行',
    station: '发行站',
    severity: '严重程度',
    flag: '存疑项',
    evidence: '依据',
    remark: '说明',
    count: '几处',
    district: '区域',
    office: '座机栏',
    mobile: '手机栏',
    id: '编号',
    reason: '原因',
    cells: '内容',
    column: '列',
    printed: '表头',
    kind: '读作',
    why: '凭什么',
    first: '前几行',
  },
  table: (sheet: string | null, [from, to]: readonly [number, number], heading: number | null, columns: string) =>
    `${sheet === null ? '表' : `“${sheet}”`}${columns}：第${from}—${to}行，${heading === null ? '没有表头' : `表头在第${heading}行`}`,
  columnKinds: {
    ...COLUMN_KINDS,
    fax: '传真，不拨',
    address: '地址',
    hours: '时间',
    contact: '联系人，不公开',
    note: '备注',
    '-': '只照印保留',
  },
  whys: { heading: '表头', content: '里面印的', given: '您说的', unknown: '表头不认识' },
  columns: (from: number, to: number) => `（第${from}—${to}列）`,
  edition: '整份',
  unnamed: '（没写站名）',
  notCallable: '✗',
  reasons: {
    title: '标题',
    repeated_heading: '重复的表头',
    district_heading: '区名行',
    total: '合计',
    footnote: '注',
    no_table: '不在发行站的表里',
    continuation: '上一行没写完的字',
  },
};

export const pasteWords = {
  /** What is pasted has no file's name. */
  name: '粘贴的内容',
  empty: { message: '粘贴的内容是空的', remedy: '请在表格里选中要用的行，复制，再粘贴到这里' },
};
