/** Words that printed tables use, as the normaliser recognises them. All compared after `foldText`. */

/** The words of a text. */
const split = (text: string): string[] => text.trim().split(/\s+/);

/** Headings by column: simplified, without spaces, brackets, numbering or case, and without a last “No.” or “number”. */
export const HEADINGS = {
  district: split(`
    区域 区 地区 区县 县区 区市县 辖区 片区 所属区域 所属区 投递区域 行政区 行政区域 区名 区域名称 所在区
    所在区域 所属区县 所属辖区 所属片区 市区县 县市区 县市 区划 行政区划 区县名称 市区町村 市区 地域 エリア 地区名 지역 구
    시군구 자치구 구역 관할 관할구 관할구역 담당구역 배달구역 지역명 구군 군구 district area region zone county ward districtname areaname
  `),
  station: split(`
    发行站 站名 投递站 发行站名称 投递站名称 站点 站点名称 发行站点 投递点 网点 网点名称 投递部 发行部 邮政支局
    支局 邮局 邮局名称 服务站 投递服务站 发行站名 投递站名 支局名称 邮政所 营业网点 营业所 营业厅 代办点 服务网点
    服务点 派报站 派发点 服务处 报刊亭 报亭 门店 店名 分店 分站 分部 販売店 販売店名 販売所 販売所名 支店 支店名 営業所
    営業所名 取扱店 店舗 店舗名 施設名 施設名称 図書館名 지점 지점명 지국 지국명 보급소 영업소 지사 우체국 센터 센터명 station stationname deliverystation deliverypoint deliveryoffice
    distributionstation outlet branch branchname postoffice depot agency store officename outletname agent
  `),
  office: split(`
    办公电话 固网电话 市话 市内电话 座机 固话 固定电话 座机电话 办公座机 座机号码 固定电话号码 办公室电话 电话座机 办公 办公号码
    办公电话号码 单位电话 office officephone landline officetel officetelephone workphone
    landlinephone fixedline
  `),
  mobile: split(`
    移动电话 手提电话 手提 流动电话 手机 手机号 手机号码 移动手机 移动电话号码 移动 移动号码 行动电话 携帯 携帯电话 携帯番号 휴대폰 휴대전화
    핸드폰 mobile mobilephone cell cellphone mobiletel mobiletelephone handphone
  `),
  phone: split(`
    电话 联系电话 备用电话 值班电话 其他电话 电话号码 联系方式 投递电话 服务电话 站点电话 电话手机 手机电话 手机座机
    座机手机 tel telephone 热线 专线 联系号码 联络电话 联络方式 电话番号 連絡先 联络先 전화 전화번호 연락처 대표전화 白天 夜间 日间
    晚间 工作日 节假日 联络 联系 询问电话 代表電話 問合せ先 問い合わせ先 お問い合わせ お問合せ先 連絡電話 문의 문의처
    대표번호 대표전화번호 사무실 사무실전화 phone contact contactphone contacttel hotline helpline phonetel call ring ringuson phoneno telno afterhours outofhours night daytime 주간 야간 주간전화 야간전화 昼間 夜間電話
  `),
};
/** The same for words that name a station or a district only where no closer word does. */
export const LOOSE_HEADINGS = {
  station: split(`
    名称 部门 科室 机构 单位 处室 部门名称 科室名称 机构名称 单位名称 机构全称 单位全称 全称 简称 所名 局名 部名
    名前 명칭 기관명 부서 부서명 이름 name department dept unit location site title organisation organization where centre
    center facility
  `),
  district: split(`
    城市 乡镇 街道 镇街 市 县 市州 地市 省份 分公司 所属分公司 所属局 所属单位 属地 归属 大区 片 线路 分组 组别
    所在地区 省 省市 都道府県 市町村 시도 도시 읍면동 행정동 구분 city town borough division territory group province state
    suburb neighborhood neighbourhood
  `),
};

/** Headings of columns that are known to hold something that is never called, also where it is made of digits. */
export const OTHER_HEADINGS = {
  dialCode: split('区号 长途区号 电话区号 市外局番 지역번호 areacode dialcode stdcode'),
  fax: split('传真 传真号码 传真电话 팩스 팩스번호 fax telefax'),
  address: split(`
    地址 门牌 门牌号 住址 详细地址 办公地址 通讯地址 通信地址 位置 地点 住所 所在地 주소 소재지 address location streetaddress street road road
  `),
  hours: split(`
    营业时间 服务时间 办公时间 时间 几点 営業時間 受付時間 開館時間 休館日 定休日 휴관일 휴무일 영업시간 운영시간 hours openinghours businesshours officehours
    openingtimes opening open closed days
  `),
  contact: split(`
    联系人 负责人 站长 姓名 经理 主任 局长 所长 馆长 担当者 责任者 担当 代表者 담당자 책임자 대표자 성명 contactperson
    contactname manager person incharge personincharge
  `),
  note: split(
    '备注 状态 电话状态 使用情况 使用状态 现状 说明 附注 注 备考 其他 其它 情况 비고 기타 note notes remark remarks comment comments other',
  ),
  post: split('邮编 邮政编码 邮递区号 郵便番号 우편번호 zip postcode zipcode postalcode postal'),
  other: split(`
    序号 编号 代码 编码 微信 微信号 qq qq号 id 邮箱 电子邮箱 网址 职务 人数 类别 类型 网点类型 排序 账号 帐号
    卡号 身份证 身份证号 身份证号码 番号 번호 연번 순번 email website url
    code no s sn index type status position # fid objectid longitude latitude long lat 经度 纬度 緯度 経度 위도 경도 홈페이지
    이메일 source
  `),
};

/** What a heading that is in no list ends with, or has in it. Compared like the words above; the first that fits. */
/**
 * `area`: larger than a district, or something of the kind. Where `zone` and `place` fit, it may be what is listed, or one
 * of those that are listed.
 */
type HeadingKind = keyof typeof OTHER_HEADINGS | keyof typeof HEADINGS | 'area' | 'zone' | 'mixed' | 'place';
export const HEADING_SHAPES: readonly [kind: HeadingKind, RegExp][] = [
  ['fax', /传真|ファ[ック]|fax|팩스/],
  [
    'other',
    /停用|作废|空号|^[旧原]|qq|微信|imei|金额|费用|电话id|phoneid|[工证照卡税单编账帐牌序批学群]号(?:码)?$|外地|外埠|内线|内部|分机|短号|集团号|虚拟网|小号$|extension|内線|내선/,
  ],
  [
    'district',
    /(?:市区町村|区县|县市区?|市州|乡镇|镇街|시군구|자치구|구군|行政区|片区|辖区|所[属在][区县市镇乡])(?:名|名称|명|name)?$/,
  ],
  ['zone', /^(?:[\p{Script=Han}]{0,3}区[市县]?|[\p{Script=Hangul}]{0,3}구)$/u],
  [
    'area',
    /(?:城市|省市|地市|市县|都道府县|省份|시도|읍면동|市町村|province|state|city|town|county)(?:名|名称|명|name)?$/,
  ],
  ['address', /(?:地址|地点|住址|住所|所在地(?:连结表记)?|주소|위치|address|street)$/],
  ['hours', /(?:几点|时间|时段|日期|시간|시각|hours|times?)$/],
  ['contact', /(?:姓名|联系人|负责人|经理|主任|[站局所馆]长|人员|担当者|代表者名?|责任者|담당자|대표자명?|manager)$/],
  [
    'mixed',
    /(?=.*(?:手机|移动|行动|mobile|cell))(?=.*(?:座机|固话|固定|办公|单位|电话[和及与或]|[和及与或]电话|landline|office))/,
  ],
  ['mobile', /(?:手机|手机号|手机号码|移动电话|行动电话|携带|携带电话|휴대폰|핸드폰|mobile|mobilephone|cellphone)$/],
  ['office', /(?:座机|座机号|座机号码|固话|固定电话|办公电话|办公室电话|landline)$/],
  [
    'phone',
    /(?:电话|电话号码|电话番号|热线|专线|联系方式|联络方式|联系号码|咨询方式|전화|전화번호|연락처|문의처|phone|telephone|tel|hotline|helpline)$/,
  ],
  [
    'other',
    /(?:编号|编码|代码|账号|帐号|邮箱|メールアドレス|网址|url|职务|人数|范围|番号|코드|コード|数量|면적|일수|권수|좌석수|주소url)$/,
  ],
  [
    'station',
    /^(?:所属|所在|各|邮政|投递|发行|服务|营业|代理|代办|报刊|客户|基层)*(?:站|点|所|部|局|店|支局|网点|站点|机构|单位|部门|门店)(?:名|名称|全称)$/,
  ],
  [
    'place',
    /(?:[站点处所部局店馆院校园社行库]|网点|机构|单位|部门|中心|公司|据点|诊所|门诊|施设|기관|도서관|병원|업체|업소|매장|점포|시설|센터|지점|store|shop|branch|office|station|depot|outlet|library|hospital|clinic|school|agency|newsagent|facility|cent(?:re|er))(?:名|名称|全称|简称|명|명칭|name)?$|(?:名称|全称|상호|상호명)$/,
  ],
];

/** Traditional characters of headings, totals and notes → the simplified ones. */
const TRADITIONAL =
  '區縣轄屬發遞郵務點網名稱電話辦動號碼機聯繫絡總計註備說頁續門單線傳間營業負責專編審複製報處據詢諮鎮鄉館時開關學醫護圖書廳廠櫃銀診賣價連県営発駅図広団応帯総売証類項職氣內經歷質訊結記現';
const SIMPLIFIED =
  '区县辖属发递邮务点网名称电话办动号码机联系络总计注备说页续门单线传间营业负责专编审复制报处据询咨镇乡馆时开关学医护图书厅厂柜银诊卖价连县营发驿图广团应带总卖证类项职气内经历质讯结记现';
const SIMPLER: ReadonlyMap<string, string> = new Map(
  [...TRADITIONAL].map((character, at) => [character, [...SIMPLIFIED][at] ?? character]),
);
/** For recognising a row only: what is printed stays as it is. */
export const simplify = (text: string): string => text.replace(/\p{Script=Han}/gu, (one) => SIMPLER.get(one) ?? one);

/** A cell that says nothing was printed. */
export const BLANK_MARKS = split(`
    n.a. n.a nil tbc tba 无 暂无 没有 空 暂缺 不详 未知 待定 未装 未安装 无电话 无座机 无手机 无号码 - -- --- — —— – / \\ n/a na none
    null * × · ... … ……
  `);
/** A district cell that repeats the one above. */
export const DITTO_MARKS = ['同上', '〃', '″', '"', '”', '々'];

export const TOTAL_ROW =
  /^(?:\d{1,5} ?(?:stations?|cent(?:er|re)s?|branch(?:es)?|offices?|depots?|outlets?|stores?|か所|ヶ所|店舗|곳|개소)$|[\p{Script=Han}]{0,4}共(?:计|有)? ?\d+ ?(?:个|站|处|家|所)|(?:合 ?计|总 ?计|共 ?计|小 ?计|总数|总共|(?:sub|grand )?total|sum|합계|소계|총계|계)(?=$|[\s\d:(共网站个]))/iu;
/** A total that names its group: 甲区合计, 甲区小计 2站. */
export const GROUP_TOTAL = /^.{1,12}(?:合 ?计|小 ?计|总 ?计|累 ?计|共 ?计|平均)(?=$|[\s\d:(共])/;
/** An area code that a title or a heading prints for all numbers: （区号024）, 市外局番 0166. */
export const PRINTED_AREA_CODE =
  /(?:区号|區號|市外局番|지역번호|area code|dial(?:ling)? code)[\s:：(（是为は]*(0\d{1,4})/giu;
/** A remark that says where those below belong. */
export const SPEAKS_FOR_OTHERS = /以下|下列|下面|自此|从这/;
/** How many stations a total says there are: 30站, 共23个投递站, 24개소, 19 centers. */
export const TOTAL_COUNT =
  /(\d{1,5}) ?(?:(?:个|處|处|家|所|間|间)?(?:投递|发行|服务|派发|派报)?(?:站点|网点|站|点|店|处|所|家|间)|か所|ヶ所|カ所|店舗|곳|개소|개 ?(?:지국|센터|지점)|(?:delivery )?(?:stations?|cent(?:er|re)s?|branch(?:es)?|offices?|depots?|outlets?|stores?))(?![\p{L}])/iu;
/** A date in any writing, as people put it at the head or the foot of a table. */
const DATE =
  '(?:(?:公元|(?:中华)?民国|令和|平成|昭和)? ?[\\d〇○零一二三四五六七八九十元]{1,4} ?年(?: ?[\\d一二三四五六七八九十]{1,3} ?月(?: ?份)?(?: ?[\\d一二三四五六七八九十]{1,3} ?[日号])?)?' +
  '|(?:19|20)\\d\\d ?[-/.] ?\\d{1,2}(?: ?[-/.] ?\\d{1,2})?|\\d{1,2} ?[-/.] ?\\d{1,2} ?[-/.] ?(?:19|20)\\d\\d' +
  '|(?:19|20)\\d\\d ?년(?: ?\\d{1,2} ?월)?(?: ?\\d{1,2} ?일)?' +
  '|(?:\\d{1,2} )?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\\.? (?:\\d{1,2},? )?(?:19|20)\\d\\d)';
/** Dates inside a text, to be left out where numbers are looked for. */
export const DATES = new RegExp(`(?<![\\d-])${DATE}(?![\\d-])`, 'gi');
/** A row that ends with a date and perhaps a word about it: who issued the table, and when. */
export const DATED_ROW = new RegExp(
  `(?:^|[\\s(:,，、社局司部站处制印编于至])${DATE} ?(?:起|止|前|版|更新|制表?|印制?|编制?|修订|发布|公布|执行|起执行|起用|起用表|现在|现行|기준)?\\)?$`,
  'i',
);
/** Who made, checked or signed the table. */
export const SIGNATURE_ROW =
  /^\(?(?:(?:编|制|填|造|列) ?表|审 ?核|复 ?核|审 ?批|审 ?定|校 ?对|核 ?对|经 ?办|监 ?制|制 ?作|统 ?计|汇 ?总|编 ?制|编 ?印|印 ?制|打 ?印|签 ?发|签 ?字|盖 ?章|作成|확인|작성)(?:人|者|员|日|单位|部门|日期|时间|자|일)?(?:[:\s)]|于|$)|^(?:制|印|编|订|修订)于|^(?:prepared|checked|compiled|approved|issued|reviewed) by\b|^(?:last )?(?:updated|revised)\b|^as of\b|^(?:日期|时间|date)(?::|$)|^(?:更新|作成|기준)日?[:(]/i;
/** Remarks that say so, and the marks of a page. */
export const FOOTNOTE_ROW =
  /^(?:注 ?\d*[:释.]|备注|说明|附注|附[:注]|※|\*|note\b|notes\b|注意|비고|来源|数据来源|续上页|上接|接上页|转下页|下转|未完|待续|\(?略\)?$|截至|截止|如有|请|\(?接?[上下]页\)?|续表|\(续\)$|[-\u2013 ]*(?:共 ?[\d一二三四五六七八九十]+ ?页)?,? ?第 ?[\d一二三四五六七八九十]+ ?页|共 ?\d+ ?页|\d+ ?\/ ?\d+(?: ?页)?$|-+ ?\d+ ?-+$|page\b|p\. ?\d|页码|\d{1,3}$)/i;
/** A title also where it takes several cells. */
export const SURE_TITLE =
  /(?:一览表?|一覧表?|名单|名录|名簿|リスト|现况|현황|명단|목록|명부|通讯[录簿]|花名册|directory|contact list|phone list)(?:\(.*\))?$/i;
export const TITLE_ROW =
  /(?:一览表?|一覧表?|名簿|リスト|현황|명단|목록|명부|연락처|名单|名录|电话[表簿]|通讯[录簿]|明细表?|汇总表|登记表|统计表|分布表|花名册|联系电话|电话号码|联系方式|电话|directory|contact list|phone list)(?:\(.*\))?$/i;
/** The head of a list of remarks, alone in its row. */
export const REMARKS_HEAD = /^(?:备注|说明|附注|注|注意|注意事项|温馨提示|notes?|remarks?)[:.]?$/i;
/** What a sentence has and a name has not. */
export const SENTENCE =
  /[。!?;！？；…]|请|谢谢|欢迎|如有|为准|咨询|拨打|不再|暂停|停止|负责|代投|代送|代管|改由|以[上下]|各站|本[区站市县]|以及其他|等地|节假日|照常|休息|投诉|如遇|为止|之前|之后|曜日|祝日|周[一二三四五六日末]|週[一二三四五六日末]|요일|공휴일/;
/** What a publisher's own number is called: 客服热线, 読者センター, customer service. */
export const SERVICE_LINE =
  /热线|熱線|专线|專線|客服|投诉|投訴|监督电话|监督電話|订报电话|订阅电话|咨询电话|查询电话|諮詢電話|服务电话|服務電話|フリーダイヤル|問い?合わ?せ|読者センター|サービスセンター|고객센터|독자센터|콜센터|문의|hotline|helpline|help desk|customer (?:service|care)|head ?office|call cent/i;
/** In front of a label at the foot of its group: 以上 今治市. */
export const FOOT_LABEL = /^以上[\s:：、,，]*/;
/** A cell that only says how many stations a group has. */
export const ONLY_COUNT =
  /^\(?(?:共|计|合计|全)? ?(\d{1,4}) ?(?:个|处|處|家|所|站|点|店|か所|ヶ所|곳|개소|depots?|branch(?:es)?|stations?|outlets?)(?:站|点)?\)?$/iu;
/** A name that says by itself that its number is the publisher's: お問い合わせ, 投诉电话, customer service. */
export const SERVICE_NAME =
  /(?:問い?合わ?せ先?|読者センター|フリーダイヤル|고객센터|독자센터|콜센터|(?:배달|구독)?문의처?|投诉|投訴|监督|咨询|諮詢|查询|查詢|订报|客服)(?:电话|電話|热线|熱線|专线|專線|窗口|番号|번호)?:?$|^(?:customer (?:service|care)|hotline|helpline|head ?office|enquiries|inquiries|complaints)\b/i;
/** A row that is only a district ends so, or is short; one that ends so may be longer. */
export const UNIT_ENDING = /[区县市旗州盟]$/;
/** What a row is called that stands over a group and is no 区 or 县: a town, a piece of a city, a department. */
export const GROUP_ENDING =
  /(?:[区县市旗州盟镇乡片城厅局科]|街道|[分总]?公司|分部|总部|中心|方向|沿线|[东西南北中]部|(?<=[城市郊])[东西南北内外]|[^\s]+地区|\b(?:district|area|region|zone|county|division|department))$/i;
/** Between two areas over one group. */
export const AREA_SEPARATOR = /[、,，/&+·・]|(?<=[区县市旗镇乡片道])(?:和|及|与|以及)/;
/** In front of a label over a group: its number in the list, or an ornament. */
export const LABEL_NUMBERING =
  /^(?:第?[一二三四五六七八九十百]{1,4}(?:[、.:,)]|部分[:、 ]?)|\([一二三四五六七八九十\d]{1,3}\)|\d{1,3}[、.):](?!\d)|(?:[IVX]{1,5}|[A-Z])[、.)])\s*/;
export const LABEL_ORNAMENT = /^[\p{So}\p{Sk}•·‣⁃►▸■-◿★☆*#>§|=~_-]+\s*|\s*[\p{So}■-◿★☆*#|=~_-]+$/gu;
export const LABEL_BRACKETS =
  /^[【[〔《「『<(〖]((?:[^【】[\]〔〕《》「」『』<>()〖〗]|[【[〔《「『<(〖][^【】[\]〔〕《》「」『』<>()〖〗]*[】\]〕》」』>)〗])*)[】\]〕》」』>)〗]$/u;
/** How many stations a label says it has: （共3站）, 共3个, (3). */
export const LABEL_COUNT =
  /[\s:,，]*(?:\( ?(?:共|计|合计|全)? ?([\d一二三四五六七八九十]{1,4}) ?(?:\p{L}{1,12}|\p{L}{1,8} \p{L}{1,8})? ?\)|(?:共|计) ?([\d一二三四五六七八九十]{1,4}) ?(?:个|家|处|所)?(?:投递站|发行站|站点|网点|站|点)?)$/u;
/** What printers add to a label at the top of a page, or after it. */
export const LABEL_TAIL = /(?:[(（](?:续|續)[^)）]*[)）]|[:：])+$/;

/** Endings of a station's name that only say that it is one. */
export const STATION_ENDINGS = ['投递服务站', '发行站', '投递站', '投递部', '发行部', '投递点', '投递', '发行'];

/** What may be left of a station's name on the second line of its cell. */
export const NAME_TAIL =
  /^(?:(?:邮政|报刊|投递|发行|服务|营业|代办|投送)*(?:站|部|点|所|处|局|支局|分局|分站|网点|中心|服务站|专卖店|室))$/;

/** What broken encodings leave behind: U+FFFD read as GBK, memory that was never written. */
export const MOJIBAKE = /锟斤拷|斤拷锟|烫烫烫|屯屯屯|ï¿½|鈥|锛\S|銆\S|[\ue000-\uf8ff]/;

/** No name begins so: what stands alone in a row and does is the rest of the one above. */
export const NAME_REST = /^[路街巷弄站部所局处店点]/;

/** Endings by which published divisions are told apart. */
export const COUNTY_ENDING = /(?:自治县|自治旗|林区|特区|区|县|市|旗)$/;
export const STREET_ENDING = /街道(?:办事处)?$/;
export const TOWN_ENDING = /(?:[\p{Script=Han}]族)?(?:镇|乡)$/u;
export const COMMUNITY_ENDING = /社区(?:居委会|居民委员会)$/;
export const COMMITTEE_ENDING = /(?:居委会|居民委员会|村委会|村民委员会)$/;
/** One of these, at the end of a name, may be dropped when names are compared. */
export const STEM_ENDING = /[街路沟桥村子]$/;

/** Between two numbers in one cell; `/` and a new line too. */
export const NUMBER_SEPARATOR =
  /[、,，;；|/／\n\r]|(?<=\d[)）\s]{0,3})(?:或者|或|以及|和|及|・|·|\bor\b|\band\b|&|または|又は|또는)(?=[\s(（+]{0,3}\d)/iu;
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

/** A row of a list that is no station but another number of the one above or of the publisher. */
export const FAX_ROW = /(?:传真|傳真|传真机|fax|ファ[クッ]クス|팩스)$/iu;
/** A name that says that its numbers are called no more. */
export const NAME_OUT_OF_SERVICE =
  /[(（](?:[^()（）]*(?:停机|停用|空号|作废|撤销|已撤|注销))[^()（）]*[)）]$|^(?:停用|作废|已撤站点?|旧号)$/u;
/** A fax machine's number; and a telephone that is one as well. */
export const FAX = /传真|傳真|fax|^\s*f\s*[:.]?\s*$/i;
export const PHONE_AND_FAX =
  /(?:电话|电|tel|phone)[/、及和兼&|\s]*(?:传真|fax)|(?:传真|fax)[/、及和兼&|\s]+(?:电话|tel|phone)|[兼同].*(?:传真|fax)|(?:传真|fax).*[兼同]/iu;
/** A number that is called no more; what says the opposite is read as nothing. */
export const OUT_OF_SERVICE =
  /休止|休業|廃止|使用停止|없는번호|해지|정지|disconnected|discontinued|outof(?:service|order|use)|notin(?:service|use)|nolonger|사용중지|결번|停机|停機|空号|空號|停用|注销|撤销|撤站|作废|作廢|销号|拆机|欠费|打不通|不通|换号|改号|旧号|舊號|原号|停止使用|不再使用|已废|已停|失效|暂停/u;
export const STILL_IN_SERVICE = /[未没非不](?:是|曾|会)?(?:停|空|注|作废|销|拆|欠|换|改|失效)/u;
/** A number, or a cell, of an internal exchange: nobody outside can dial it. */
export const INTERNAL =
  /^(?:内线|内部|分机|内線|내선|小号|短号|internal(?:only)?|extension|ext\.?)(?:电话|号码?|使用|only)?$/iu;
export const INTERNAL_ALONE =
  /^(?:内线|内部|分机|内線|내선|小号|短号|internal|extension|ext\.?)[\s:.]*\d{2,5}(?:\s*\((?:内线|内部|内線|내선|internal(?: only)?)\))?$/iu;
/** A remark by which a station's numbers are called no more; what it says of an old or a new one leaves that open. */
export const REMARK_OUT_OF_SERVICE =
  /停机|空号|空號|停用|作废|作廢|撤销|撤站|注销|拆机|销号|欠费|[打拨]不通|不通|使われて(?:い|お)(?:ない|りません)|결번|(?:전화|번호).{0,6}(?:정지|해지|사용 ?중지)|disconnected|(?:number|phone|line).{0,16}(?:out of (?:service|order)|not (?:in (?:use|service)|working)|no longer)/iu;
export const REMARK_OF_ANOTHER = /[原旧老前新改换換曾未非]|不再|以前|previous|former|old|new\b/iu;
/** Of which of a station's numbers a remark speaks. */
export const REMARK_OF_ROLE = {
  office: /座机|固话|固定|办公|單位|landline|office/iu,
  mobile: /手机|移动|手機|行動|mobile|cell/iu,
};
/** Digits written out; with so many of them a text is a number. */
export const DIGIT_WORDS = /[零〇○一二三四五六七八九壹贰叁肆伍陆柒捌玖]{5}/u;
/** A department beside a number: 设备科, 院办. A place in front of it would make it another city's. */
export const DEPARTMENT =
  /^(?:设备|采购|人事|财务|后勤|总务|保卫|行政|物资|供应|护理|医务|门诊|急诊|检验|药剂|信息|宣传|党|工会|综合|业务|市场|销售|投递|发行|邮政|分拣|调度|质检|管理|教务|服务|编辑|广告|院|校|局|所|站|馆){1,3}(?:科|处|部|室|办|组|中心|台|窗口|班|股|课|係)$/u;
/** Cities whose first character is a surname too: beside a number they are no person. */
export const CITY =
  /州$|^(?:武汉|武威|唐山|江苏|江西|江门|江阴|沈阳|石家庄|石河子|马鞍山|成都|黄石|黄山|黄冈|金华|金昌|安庆|安阳|安康|安徽|秦皇岛|白山|白城|白银|毕节|龙岩|温岭|万宁|孟加拉|洪湖|夏门|邓州|任丘|高雄|高密|汤阴|鲁山|方城|于都|范县|莫斯科|陕西|广东|广西|山东|河南|河北|湖南|湖北|海南|云南|吉林|青海|宁夏)/u;
/** Words that take back, or throw doubt on, what they stand beside: then nothing is called. */
export const DENIAL = /[不没未无勿别非莫禁否误错疑旧废绝拒止例病?]/u;
/** The same in words of several characters, some of which stand in a name or in a remark too. */
export const TAKEN_BACK =
  /已|曾用|^原|原[发站部所局店]|^前任|老站|老店|申请|马上|即将|取消|关[店站闭门停]|闭[店馆站]|撤|迁|并入|合并|搬/u;

/** A cell that says where the number is to be found instead of printing one. */
export const ELSEWHERE =
  /^[(]?(?:同(?:上|前|左|右|下)?|见|詳?见|详|参见|参照|请见|请看|请|看|与|和|跟|如|按|由|归|并入|转|打|拨|拨打|联系|咨询|询|统一|〃|″|"|ditto|same\b|see\b|as above)[^\d]*$/iu;

/** What may be printed beside a number and says when, where or by what it is answered. The longest first. */
export const REMARKS = split(`
  周一至周五 非工作时间 工作时间 上班时间 办公时间 节假日 双休日 工作日 下班后 夜间 夜里 夜班 夜晚 晚上 晚间 白天 白班 日间 早上
  早班 上午 中午 下午 晚班 全天 昼夜 周末 周六 周日 假日 午休 休息 平时 每天 每日 周一 周二 周三 周四 周五 星期 至 到 夜 晚 日 白 昼 早 夜間 晚間 night day
  值班人员 值班电话 值班员 值班室 值班 副站长 站长 班长 组长 副主任 主任 经理 支局长 局长 投递员 投递组 投递 发行员 发行 送报员
  配送员 分发员 营业员 管理员 负责人 联系人 经办人 接待 办公室 办公 前台 门卫 传达室 仓库 收发室 调度室 营业厅 柜台 客服 热线
  投诉 订报 订阅 咨询 查询 监督 服务 企业微信 微信同号 加微信 同微信 微信号 微信 支付宝 钉钉 飞书 短信 whatsapp wechat weixin
  line vx wx qq 小灵通 家里 家 住宅 宅电 总机 直线 专线 备用 应急 紧急 同号 手机号码 手机号 手机 联系电话 移动电话 办公电话
  固定电话 电话号码 电话 座机 固话 tel phone mobile ext 拨打 可拨 请拨 请打 拨 打 转 接 或者 或 及 和 以及 可加 也是 可 加 主 副 新 请
  总值班 联系方式 联系号码 捐赠 采购 周日 上班 土日 土日祝 平日 休日 昼間 時間外 代表 直通 専用 担当 受付 のみ 土 祝 주간 야간 평일 주말 토요일
  일요일 공휴일 휴일 대표 직통 담당 사무실 전화 휴대폰 직원 weekdays weekends evenings only direct main reception voicemail text
  mon tue wed thu fri sat sun to hours after day 全国 统一 全市 本市 市内 邮政 邮局 支局 办 宅 公 電話 手機 座機 值班員 office home duty hotline manager
  传真 傳真 fax 兼 同
`).sort((one, other) => other.length - one.length);
/** Of the remarks those that only say that a number is one. */
export const ONLY_LABELS = /^(?:联系|办公|移动|固定)?(?:电话|手机|座机|固话|tel|phone|mobile)(?:号码?)?$/iu;
/** Remarks with digits in them; and numbers of an account, which nobody dials. */
export const REMARK_WITH_DIGITS =
  /(?<!\d)(?:24\s*(?:小时|h(?:ours?)?)|\d{1,2}[:点时](?:\d{2}分?|半)?(?:\s*[-~至到]\s*\d{1,2}[:点时](?:\d{2}分?|半)?)?)(?!\d)|qq号?\s*:?\s*\d{5,12}(?!\d)/giu;

const SURNAMES =
  '某王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩冯邓曹彭曾肖萧田董袁潘蔡蒋余于杜叶程苏魏吕丁沈任姚卢傅钟姜崔谭廖范汪石金韦贾夏付方白邹孟熊秦邱江尹薛闫阎段雷侯龙史陶黎贺顾毛郝龚邵万钱严赖覃洪武莫孔汤温康施文牛樊葛邢齐庞伊倪聂章鲁岳翟殷詹申欧耿焦柴裴祁阮纪舒柯梅童凌毕单霍涂成苗谷盛曲翁冉骆路游辛靳管柳鲍蒲喻卓葛尤褚娄窦岑';
const TITLES =
  '师傅|先生|女士|小姐|同志|老师|大姐|大哥|阿姨|[姐哥叔姨总工]|经理|站长|主任|班长|所长|局长|科长|队长|组长|书记|医生|医师|护士|院长|校长|馆长|园长|部长|处长';
/** What no given name holds: digits as written on cheques, and what is said of numbers. */
const GIVEN = '(?![停机号空电话传真零〇幺壹贰叁肆柒捌玖拾])\\p{Script=Han}';
/** A person: a surname with a given name or a title. */
export const PERSON = new RegExp(
  `^(?:(?:[${SURNAMES}]|欧阳|司马|上官|诸葛|夏侯)(?:${GIVEN}){1,2}(?:${TITLES})?|[小老阿]?[${SURNAMES}](?:${TITLES})|[小老阿][${SURNAMES}])$`,
  'u',
);
export const TITLE = new RegExp(`(?:${TITLES})$`, 'u');
export const SURNAME = new RegExp(`^(?!某)[${SURNAMES}]$`, 'u');
/** Between the first and the last of a run of numbers. */
export const RUN = /^(?:~|至|到)$/;
/** What announces an extension, alone. */
export const EXTENSION_WORD = /^(?:内线号?|分机号?|转|轉|ext\.?)[\s:.]*$/iu;
