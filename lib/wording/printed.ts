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
export const EXTENSION = /(?:转分机|转接|转内线|内线号|内线|分机号|分机|转|轉|#|ext\.?|x)[:.\s-]*(\d+)\)?$/iu;
/** What may stand before a number and says only that it is one. */
export const NUMBER_LABEL =
  /^(?:联系电话|办公电话|移动电话|固定电话|服务电话|电话号码|手机号码|手机号|电话|手机|座机|固话|办公|值班|热线|tel|phone|mobile|t|m)\s*[.:]\s*/iu;
/** Marks of a telephone before a number, and an apostrophe by which spreadsheets keep digits as text. */
export const NUMBER_MARK = /^(?:[☎☏✆📞📱]\ufe0f?\s*|['‘’`](?=[-\d+(]))/u;
/** A number of seven digits or more inside a station's name, with its extension. */
export const NUMBER_IN_NAME =
  /\+?(?:\(\+?\d{1,4}\)[\s-]*)?\d(?:[\s()-]*\d){6,}(?:\s*(?:转分机|转|轉|分机|#)\s*\d{1,6})?/gu;

/** A fax machine's number; and a telephone that is one as well. */
export const FAX = /传真|傳真|fax|^\s*f\s*[:.]?\s*$/i;
export const PHONE_AND_FAX =
  /(?:电话|电|tel|phone)[/、及和兼&|\s]*(?:传真|fax)|(?:传真|fax)[/、及和兼&|\s]+(?:电话|tel|phone)|[兼同].*(?:传真|fax)|(?:传真|fax).*[兼同]/iu;
/** A number that is called no more; what says the opposite is read as nothing. */
export const OUT_OF_SERVICE =
  /停机|停機|空号|空號|停用|注销|撤销|撤站|作废|作廢|销号|拆机|欠费|打不通|不通|换号|改号|旧号|舊號|原号|停止使用|不再使用|已废|已停|失效|暂停/u;
export const STILL_IN_SERVICE = /[未没非不](?:是|曾|会)?(?:停|空|注|作废|销|拆|欠|换|改|失效)/u;
/** Words that take back, or throw doubt on, what they stand beside: then nothing is called. */
export const DENIAL = /[不没未无勿别非莫禁否误错疑旧废绝拒止例病?]/u;

/** A cell that says where the number is to be found instead of printing one. */
export const ELSEWHERE =
  /^[(]?(?:同(?:上|前|左|右|下)?|见|詳?见|详|参见|参照|请见|请看|请|看|与|和|跟|如|按|由|归|并入|转|打|拨|拨打|联系|咨询|询|统一|〃|″|"|ditto|same\b|see\b|as above)[^\d]*$/iu;
export const ELSEWHERE_WHAT =
  /^(?:同上|同前|同左|同右|同下|〃|″|")$|[上前注表]|总|相同|一致|一样|公告|本部|部|机|台|站|局|所|栏|客服|热线|中心|above|head|ditto|main/iu;

/** What may be printed beside a number and says when, where or by what it is answered. The longest first. */
export const REMARKS = split(`
  周一至周五 非工作时间 工作时间 上班时间 办公时间 节假日 双休日 工作日 下班后 夜间 夜里 夜班 夜晚 晚上 晚间 白天 白班 日间 早上
  早班 上午 中午 下午 晚班 全天 昼夜 周末 周六 周日 假日 午休 休息 平时 每天 每日 周一 周二 周三 周四 周五 星期 至 到 夜 晚 日 白 昼 早 夜間 晚間 night day
  值班人员 值班电话 值班员 值班室 值班 副站长 站长 班长 组长 副主任 主任 经理 支局长 局长 投递员 投递组 投递 发行员 发行 送报员
  配送员 分发员 营业员 管理员 负责人 联系人 经办人 接待 办公室 办公 前台 门卫 传达室 仓库 收发室 调度室 营业厅 柜台 客服 热线
  投诉 订报 订阅 咨询 查询 监督 服务 企业微信 微信同号 加微信 同微信 微信号 微信 支付宝 钉钉 飞书 短信 whatsapp wechat weixin
  line vx wx qq 小灵通 家里 家 住宅 宅电 总机 直线 专线 备用 应急 紧急 同号 手机号码 手机号 手机 联系电话 移动电话 办公电话
  固定电话 电话号码 电话 座机 固话 tel phone mobile ext 拨打 可拨 请拨 请打 拨 打 转 接 或者 或 及 和 以及 可加 也是 可 加 主 副 新 请
  全国 统一 全市 本市 市内 邮政 邮局 支局 办 宅 公 電話 手機 座機 值班員 office home duty hotline manager
  传真 傳真 fax 兼 同
`).sort((one, other) => other.length - one.length);
/** Of the remarks those that only say that a number is one. */
export const ONLY_LABELS = /^(?:联系|办公|移动|固定)?(?:电话|手机|座机|固话|tel|phone|mobile)(?:号码?)?$/iu;
/** Remarks with digits in them; and numbers of an account, which nobody dials. */
export const REMARK_WITH_DIGITS =
  /(?<!\d)(?:24\s*(?:小时|h(?:ours?)?)|\d{1,2}[:点时](?:\d{2}分?|半)?(?:\s*[-~至到]\s*\d{1,2}[:点时](?:\d{2}分?|半)?)?)(?!\d)|qq号?\s*:?\s*\d{5,12}(?!\d)/giu;

const SURNAMES =
  '王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩冯邓曹彭曾肖萧田董袁潘蔡蒋余于杜叶程苏魏吕丁沈任姚卢傅钟姜崔谭廖范汪石金韦贾夏付方白邹孟熊秦邱江尹薛闫阎段雷侯龙史陶黎贺顾毛郝龚邵万钱严赖覃洪武莫孔汤温康施文牛樊葛邢齐庞伊倪聂章鲁岳翟殷詹申欧耿焦柴裴祁阮纪舒柯梅童凌毕单霍涂成苗谷盛曲翁冉骆路游辛靳管柳鲍蒲喻卓葛尤褚娄窦岑';
const TITLES =
  '师傅|先生|女士|小姐|同志|老师|大姐|大哥|阿姨|[姐哥叔姨总工]|经理|站长|主任|班长|所长|局长|科长|队长|组长|书记';
/** What no given name holds: digits as written on cheques, and what is said of numbers. */
const GIVEN = '(?![停机号空电话传真零〇幺壹贰叁肆柒捌玖拾])\\p{Script=Han}';
/** A person: a surname with a given name or a title. */
export const PERSON = new RegExp(
  `^(?:(?:[${SURNAMES}]|欧阳|司马|上官|诸葛|夏侯)(?:${GIVEN}){1,2}(?:${TITLES})?|[小老阿]?[${SURNAMES}](?:${TITLES})|[小老阿][${SURNAMES}])$`,
  'u',
);
export const TITLE = new RegExp(`(?:${TITLES})$`, 'u');
export const SURNAME = new RegExp(`^[${SURNAMES}]$`, 'u');
/** Between the first and the last of a run of numbers. */
export const RUN = /^(?:~|至|到)$/;
/** What announces an extension, alone. */
export const EXTENSION_WORD = /^(?:内线号?|分机号?|转|轉|ext\.?)[\s:.]*$/iu;
