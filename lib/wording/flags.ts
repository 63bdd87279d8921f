import type { FlagRule, Severity } from '../directory/flags.ts';
import type { Flag } from '../directory/records.ts';
import { lacksDigits, MAINLAND } from '../text/numbering-plan.ts';
import { cardinal, words } from './reader.ts';

export const SEVERITY: Record<Severity, string> = { error: '不能拨打', warning: '待核实', info: '说明' };

/** How many digits a number has and how many its kind has; null where that differs from place to place. */
export interface DigitCount {
  digits: number;
  expected: number | null;
}

/** What of a flag tells staff more than its rule. */
export interface PrintedFlag {
  printed: string | null;
  field: string | null;
}

export interface FlagWording {
  /** A few words for staff: the head of an entry, a filter. */
  title: string;
  /** A closer title, where the print tells more than the rule; null where it does not. */
  closer?: (flag: PrintedFlag) => string | null;
  /** The rule in a sentence, for staff. */
  rule: string;
  /**
   * For readers, without a full stop: why a number with this error cannot be called, or what a flag that tells its own
   * sentence says. Left out where readers are told nothing, or something that the pages make of several things.
   */
  reader?: string | ((number: DigitCount) => string);
}

/** Why a number cannot be called where nothing closer can be said. */
export const NOT_VALID = '不是有效的号码，不能拨打';
/** Of a number that is a fax machine's. */
export const FAX = '传真，不能拨打';

/** The wording of every flag, by rule; the compiler asks for each. */
/** No local number has so few digits: they are the end of one. */
const LONGEST_END = 4;

export const flagWording: Record<FlagRule, FlagWording> = {
  'phone.too_short': {
    title: '号码少位',
    closer: ({ printed }) => (lacksDigits(MAINLAND, printed ?? '', 1) ? '手机少一位' : null),
    rule: '手机号11位，本地座机位数由区号定；位数不够的不补、不拨。',
    reader: ({ digits, expected }) =>
      expected && digits < expected ? `只有${digits}位，少${cardinal(expected - digits)}位，不能拨打` : NOT_VALID,
  },
  'phone.too_long': {
    title: '号码多位',
    rule: '位数比手机号或本地座机多；不删减、不拆开、不拨。',
    reader: ({ digits, expected }) =>
      expected && digits > expected ? `有${digits}位，多${cardinal(digits - expected)}位，不能拨打` : NOT_VALID,
  },
  'phone.invalid': { title: '不是有效号码', rule: '按号码规则对不上任何一种电话号码。', reader: NOT_VALID },
  'phone.suspect_char': {
    title: '号码里有别的字符',
    rule: '号码里有不是数字的字符；不猜是哪个数字。',
    reader: '里面有不是数字的字，不能拨打',
  },
  'phone.abbreviated': {
    title: '没有区号',
    rule: '没印区号，分不清是哪里的；或只印了号码的末尾。',
    reader: ({ digits }) => (digits <= LONGEST_END ? '只印了号码末尾，不能拨打' : '没印区号，不能拨打'),
  },
  'phone.not_public': { title: '号码已停用', rule: '编辑停用了这个号码，或报上就印着停用。', reader: words.outOfUse },
  'row.unclear': { title: '这一行没看懂', rule: '格子数与表头不符，或一格断成了两行；号码照印，站名和区域请核对。' },
  'station.missing': { title: '没印站名', rule: '这一行有号码，没有站名；不代填。' },
  'station.no_phone': { title: '没有号码', rule: '这个站一个号码也没印。' },
  'station.duplicate': { title: '站名重复', rule: '同一区域里同名的站印了不止一次。' },
  'row.duplicate': { title: '整行重复', rule: '这一行与前面一行完全一样。' },
  'phone.column_mismatch': {
    title: '号码印错栏',
    closer: ({ field }) => (field === 'office' ? '手机印在座机栏' : null),
    rule: '号码的种类与所在的栏不符；照拨，不挪动。',
  },
  'phone.column_uncertain': { title: '说不准是哪一栏', rule: '分不清号码属于哪一栏。' },
  'phone.precision_suspect/changed': {
    title: '数字可能走样',
    rule: '像是电子表格改过的数字：多了小数点、丢了开头的0，或末尾取了整；数字都在，照拨。',
    reader: '号码在转成表格时可能走样，请留意',
  },
  'phone.precision_suspect/lost': {
    title: '数字走样',
    rule: '像是电子表格改过的数字：前面的正负号、科学计数、小数、日期，或丢了区号的0；不猜、不拨。',
    reader: '印出来的数字走了样，不能拨打',
  },
  'phone.reader_reported': { title: '读者说打不通', rule: '有读者反映打不通，或不是发行站。' },
  'phone.unanswered': {
    title: '打了几天没人接',
    rule: '分三天打过，都没人接；不等于空号。换个时间再打，或者另外打听。',
  },
  'district.boundary_uncertain/blank_run': {
    title: '区域分界说不准',
    rule: '一串区名空白的行，从第一个同名街道在下一组的行起，到这一串末尾，说不准归上还是归下。',
  },
  'district.boundary_uncertain/beside_unnamed': {
    title: '区域分界说不准',
    rule: '印着区名的行，同名街道在别的区，旁边一行又没有站名：两行都说不准归哪个区。',
  },
  'district.boundary_uncertain/section': {
    title: '区域分界说不准',
    rule: '这一组上面的一行写着不止一个区，或不一定是区名；照印归类，请核对。',
  },
  'district.boundary_uncertain/not_understood': {
    title: '区域分界说不准',
    rule: '上面有一行没有认出是什么，可能是另一个区的名字；从那里起归哪个区，请核对。',
  },
  'district.boundary_uncertain/label_position': {
    title: '区域分界说不准',
    rule: '第一个区名上面就有区名空白的行，区名不印在一组的开头：空白的行归上还是归下，请核对。',
  },
  'district.count_mismatch': { title: '站数对不上', rule: '区名行写的站数与下面印的不一样；请看是不是漏了行。' },
  'district.admin_ambiguous': { title: '可能对上两处', rule: '同名的区划在本区和别的区都有，分不出是哪一处。' },
  'district.admin_mismatch/same_name': {
    title: '同名街道在别的区',
    rule: '站名与别的区的街道或乡镇同名，与所归的区不符。',
  },
  'district.admin_mismatch/same_stem': {
    title: '近名社区在别的区',
    rule: '全市只有一个社区与站名（去掉末尾的街、路、沟、桥、村、子）同名，而它在别的区；只作参考。',
  },
  'district.missing/unknown': { title: '没有区域', rule: '区名空白或没有区域一栏，也推不出来；不代填。' },
  'district.missing/own_name': { title: '区名由站名推出', rule: '区名空白，站名本身就是区、市、县或功能区的名字。' },
  'table.column_guessed': { title: '这一栏是猜的', rule: '表头没说这一栏是什么，按里面印的内容认；请核对。' },
  'cell.formula': { title: '格里是公式', rule: '格子以公式符号开头；只当文字，不计算。' },
  'cell.markup': { title: '格里有代码', rule: '格子里有网页代码；只当文字显示。' },
  'cell.control_char': { title: '格里有看不见的字符', rule: '格子里有控制字符；值里去掉，原样保留。' },
  'cell.too_long': { title: '格子太长', rule: '格子比站名或号码该有的长得多。' },
  'encoding.guessed': { title: '编码是猜的', rule: '文件不是UTF-8，按GB18030读出；或字已是乱码，要用原来的文件核对。' },
  'district.inherited': { title: '区名按上一行', rule: '区名空白，按上面最近印出的区名归类。' },
  'district.label_variant': {
    title: '区名写法不同',
    rule: '印的区名只是正式区名的开头，或与本表别处只差“区、市、县、旗”。',
  },
  'district.functional_area': { title: '功能区', rule: '没有行政区划代码的功能区。' },
  'station.name_variant': { title: '站名另有写法', rule: '站名带着多余的字，去掉后作为别名。' },
  'station.same_as_district': { title: '站名与区名相同', rule: '站和所在区域同名，查找时要分清。' },
  'phone.missing': { title: '没印号码', rule: '这一格空白：没印，不等于没有。' },
  'phone.shared': { title: '两站同号', rule: '同一个号码印在不止一个站；都保留。' },
  'phone.area_code_assumed': { title: '区号取自通知', rule: '座机没印区号，按同一通知里印的区号拨。' },
  'phone.cell_merged': { title: '合并的格子', rule: '号码来自跨行的合并格。' },
  'phone.multiple': { title: '一格多个号码', rule: '一格里印了不止一个号码，拆开后各自保留。' },
  'phone.extension': { title: '有分机', rule: '号码后面印了分机号。' },
  'phone.short_code/known': { title: '服务号码', rule: '400、800一类的服务号码，或登记过的短号；照拨。' },
  'phone.short_code/unlisted': {
    title: '短号没登记',
    rule: '像是短号，但这个城市没有登记过它；登记了才能拨。',
    reader: '短号，没有登记过，不能拨打',
  },
  'text.normalised': { title: '写法整理过', rule: '全角、空格或符号整理过；原样保留。' },
  'source.stale': { title: '资料旧了', rule: '起用日期距导入超过365天。' },
  'source.label_ambiguous': { title: '客服名称含糊', rule: '印出的客服名称没说清是哪个单位。' },
};

/** A flag in a few words, for staff; where the print tells more than the rule, with that. */
export function flagTitle({ rule, printed, subject }: Pick<Flag, 'rule' | 'printed' | 'subject'>): string {
  const wording = flagWording[rule as FlagRule];
  return wording?.closer?.({ printed, field: subject.field }) ?? wording?.title ?? rule;
}

/** What a flag says to readers by itself, or null. */
export function readerSentence({ rule }: Pick<Flag, 'rule'>, number: DigitCount): string | null {
  const reader = flagWording[rule as FlagRule]?.reader ?? null;
  return typeof reader === 'function' ? reader(number) : reader;
}
