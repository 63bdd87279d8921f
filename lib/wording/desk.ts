import type { DecisionProblem } from '../directory/decide.ts';
import type { Action, Correctable, DecidedField, Decision, ProposedAction } from '../directory/decision.ts';
import type { Check, Phone } from '../directory/records.ts';
import type { AnswerProblem, FormAction } from '../directory/rules.ts';
import type { ReviewStatus } from '../directory/standing.ts';
import { KIND } from './reader.ts';
import { stationTitle } from './station-title.ts';

/** What a form can settle. */
const ACTION = {
  correct: '更正',
  confirm: '确认无误',
  unverifiable: '无法核实',
  out_of_use: '停用',
  reopen: '重新打开',
  check: '核实无误',
} satisfies Record<FormAction, string>;

/** What waits for a second person. */
const PROPOSED: Record<ProposedAction, string> = {
  correct: '提出更正',
  add_phone: '提出添加',
  out_of_use: '提出停用',
  add_short_code: '提出登记短号',
};

/** Every sentence of the desk. */
export const deskWords = {
  desk: '工作台',
  title: (page: string) => `${page} - 报达工作台`,
  signOut: '退出',
  sections: { flags: '存疑项', reports: '投递问题', directory: '名录', people: '人员', settings: '设置' },
  navigation: '工作台导航',
  cities: (city: string) => `城市：${city}`,
  citySearch: {
    heading: '选城市',
    label: '找城市',
    hint: '写城市名、拼音或区号',
    submit: '找',
    all: '全部城市',
    none: '没有这样的城市。',
  },
  notFound: '没有这一页，或者您的岗位看不到它',
  failed: '出错了，没有保存。您填的还在，请再试一次。',
  malformed: '这个表单不完整，什么也没有保存。请回到上一页，重新打开再填。',
  offline: '网络断了：您填的还在，连上后再保存。',
  pageFailed: '这一页没打开',
  tryAgain: '再试一次',
  home: '回工作台',

  signIn: {
    heading: '登录工作台',
    lead: '只给工作人员用。账号由管理员开。',
    username: '用户名',
    password: '密码',
    button: '登录',
    forgot: '忘了密码，请管理员重设。',
    stray: ['找发行站电话，', '去读者页', '。'],
    refused: '用户名或密码不对。',
    tooMany: (minutes: number) => `试得太多了，请过${minutes}分钟再试。`,
    code: '验证码（开了两步登录的才填）',
    again: '登录过期了。您填的都在，登录后接着保存。',
    kept: '登录过期时您填的都在，还没有保存，请再按一次。',
  },

  setup: {
    heading: (name: string | null) => (name ? `${name}：设置密码` : '开第一个账号（总管理）'),
    lead: '这个链接只能用一次。',
    username: '用户名',
    usernameHint: '2到30个字，可用中文、字母、数字和 . - _',
    password: '密码',
    passwordHint: '至少10个字符，不要用常见密码，也不要含用户名',
    again: '再输一遍',
    button: '保存并登录',
    gone: '这个链接用过了，或者过期了',
    goneHint: '请管理员重设，或者在服务器上运行 npm run -s staff -- reset 用户名。',
    goneFirst: '请用最近一次启动服务器时给的链接；找不到，就重新启动，会再给一个。',
  },
  linkProblem: {
    'link.gone': '这个链接用过了，或者过期了。',
    'name.invalid': '用户名要2到30个字，可用中文、字母、数字和 . - _',
    'name.taken': '这个用户名有人用了。是同一个人，请找总管理加岗位。',
    'name.unknown': '没有这个用户。',
    'owner.last': '这是最后一个总管理，请先让另一个人当总管理，并登录过一次。',
    'password.too_short': '密码至少10个字符。',
    'password.too_long': '密码最多128个字符。',
    'password.common': '这个密码太常见，容易被猜到，请换一个。',
    'password.has_name': '密码里不要含用户名。',
    'password.differs': '两遍输的不一样。',
    'password.wrong': '现在的密码不对。',
  },

  queue: {
    summary: (stations: number, errors: number, warnings: number) =>
      `${stations}个站共${errors + warnings}项：不能拨打${errors}，待核实${warnings}`,
    tabs: { flags: '存疑项', numbers: '全部号码', calling: '核实清单' },
    csv: '导出 CSV',
    json: 'JSON',
    filter: '筛选',
    search: '查找站名或行号',
    searchButton: '查找',
    status: '状态',
    severity: '严重程度',
    district: '区域',
    code: '存疑项',
    all: '全部',
    columns: {
      tick: '勾选',
      row: '登报行',
      station: '发行站',
      severity: '严重程度',
      flags: '存疑项',
      printed: '报上所印的号码',
      age: '放了多久',
    },
    days: (days: number) => (days === 0 ? '今天' : `${days}天`),
    unnamed: '没写站名',
    beside: (label: string) => `在“${label}”下面`,
    edition: '登报版本',
    empty: '没有符合条件的存疑项。',
    done: '没有待处理的存疑项。',
    together: (n: number) => (n > 0 ? `一起处理勾选的${n}条` : '一起处理勾选的'),
    rowLabel: (row: number) => (row === 0 ? '工作人员添加' : `第${row}行`),
    pages: '页',
    page: (n: number) => `第${n}页`,
  },
  /** What waits for a second person, at the top of the flags. */
  consent: {
    heading: '等您同意',
    inBar: (count: number) => `等您同意${count}`,
  },
  status: { open: '待处理', in_verification: '核实中', settled: '有结论' } satisfies Record<ReviewStatus, string>,

  numbers: {
    summary: (checked: number, all: number) => `已核实 ${checked}/${all}`,
    columns: { station: '发行站', kind: '种类', number: '号码', checked: '上次核实', action: '核实' },
    never: '尚未核实',
    check: '核实',
    outOfUse: '已停用',
    notCallable: '不能拨打',
  },

  entry: {
    heading: (station: string, flags: string) => (flags ? `${station}：${flags}` : station),
    station: stationTitle,
    unnamed: '没写站名的号码',
    position: (index: number, all: number) => `第${index}个，共${all}个`,
    previous: '上一个',
    next: '下一个',
    printed: '报上所印',
    blank: '空',
    edition: (date: string) => `登报版本${date}起用 · 空＝报上空白，或转成文字时丢了，分不出是哪一种`,
    columns: { row: '登报行', district: '区域', name: '发行站', office: '办公电话', mobile: '移动电话' },
    why: '为什么存疑',
    rule: '规则：',
    nothing: '这个站没有存疑项。',
    nothingOfEdition: '登报版本本身没有存疑项。',
    whichDigit: '可能少在哪里',
    candidates: {
      columns: ['补在哪一段', '可能的手机号', '其中已是别站号码的'],
      inBlock: (block: string) => `号段 ${block} 之后`,
      elsewhere: (block: string) => `号段 ${block} 之内`,
      anywhere: '任何一位',
      count: (n: number) => `${n}种`,
      taken: (n: number, whose: string) => `${n}种：${whose}`,
      none: '无',
      advice: '没有建议。',
      all: (n: number) => `共${n}种可能，分不出哪一种对。这里不列候选号码，也不给拨号`,
      ask: (kind: string, digits: string) => `；要问，打本站${kind} ${digits}。`,
      end: '。',
    },
    history: '历史',
    lapsed: (printed: string | null) =>
      `现在不算数：那时印的${printed === null ? '和现在不同' : `是${printed}`}。印的一样了，又会算数。`,
    keptFrom: '照早先的版本；现行的没印这一行，先留着。',
    historyColumns: ['时间', '谁', '字段', '改前', '改后', '理由'],
    imported: '导入',
    importReason: (edition: string, flags: string) =>
      flags ? `登报版本${edition}，自动标出“${flags}”` : `登报版本${edition}`,
    none: '—',
    undo: '撤销',
    undoLabel: (what: string, when: string) => `撤销${when}的${what}`,
    readers: '读者今天看到的',
    call: '拨打',
    checkThis: (kind: string, digits: string) => `核实${kind} ${digits}`,
    reasonOf: (label: string) => `（${label}）`,
    selfApproved: '自己同意',
    approvedBy: (name: string) => `${name}同意`,
  },

  form: {
    heading: '核实结论',
    about: '定哪一项',
    subject: {
      name: '站名',
      district: '区域',
      other: '其他',
      number: (kind: string, digits: string) => `${kind} ${digits}`,
    },
    noConfirm: '不能拨打的号码不给“确认无误”：更正以后才能拨打',
    value: {
      number: '正确号码',
      name: '正确站名',
      district: '正确区域',
      kind: '座机还是手机',
    } satisfies Record<Correctable, string>,
    valueHint: {
      number: '保存前先按号码规则检查；登报原样不改动',
      name: '登报原样不改动',
      district: '登报原样不改动',
      kind: '登报原样不改动',
    } satisfies Record<Correctable, string>,
    choose: '请选',
    shared: '确实两个站合用这个号码',
    how: '怎么核实的',
    reason: '理由',
    together: '同一个问题，一起定',
    togetherRow: (row: number, name: string) => `第${row}行 ${name}`,
    twoEditors: '有两名以上编辑：更正号码要由另一名编辑同意才生效。',
    soon: '生效后5秒内，读者页、查找和接口一起更新。',
    save: '保存核实结论',
    saving: '正在保存…',
    saveAfter: (name: string) => `在${name}之后保存`,
    saved: '已保存。5秒内读者页、查找和接口一起更新。',
    proposed: '已提出。另一名编辑同意后生效。',
    undone: '已撤销，恢复到之前的样子。',
    approved: '已同意。5秒内读者页、查找和接口一起更新。',
    rejected: '没有同意，号码照旧。',
    errors: '没有保存，请改下面几处',
    waiting: '等另一名编辑同意',
    /** @param before what it replaces; null where nothing is there, or it is said beside */
    proposal: (by: string, what: ProposedAction, value: string, before: string | null) =>
      `${by}${what === 'correct' ? '提出改成' : PROPOSED[what]} ${value}${before === null ? '' : `（现在是 ${before}）`}`,
    ofCity: (field: string) => `${field}：`,
    wholeStation: '这个站',
    approve: '同意',
    reject: '不同意',
    own: '自己提出的，要由另一名编辑同意。',
    lapsed: '新版本印的已经不是那个了，这一条不再等人同意。',
  },
  action: ACTION,
  done: {
    ...ACTION,
    propose: '提出更正',
    approve: '同意',
    reject: '不同意',
    undo: '撤销',
    unanswered: '没人接',
    add_station: '添加发行站',
    add_phone: '添加号码',
    set: '填写',
    add_alias: '记为“也叫”',
    add_landmark: '记下在哪里',
    add_short_code: '登记短号',
  } satisfies Record<Action, string>,
  how: { called: '打过电话', official: '官方来源', station: '发行站说的' } satisfies Record<Check['how'], string>,
  field: {
    number: '号码',
    name: '站名',
    district: '区域',
    kind: '种类',
    alias: '也叫',
    landmark: '地方',
    address: '地址',
    hours: '营业时间',
    note: '备注',
    city_line: '客服电话',
    city_line_name: '客服电话是哪里的',
    title: '名称',
    publisher: '出版单位',
    from: '从哪天起',
    short_code: '短号',
  } satisfies Record<DecidedField, string>,
  /** The history as a table to take along. */
  historyCsv: [
    ...['序号', '时间', '谁', '谁同意的', '发行站', '站的编号', '号码的编号', '字段', '做了什么', '怎么核实的'],
    ...['改前', '改后', '理由', '第几版'],
  ],
  kind: KIND,

  conflict: {
    heading: (name: string, time: string) => `没有保存：${name}在${time}先保存了`,
    lead: (opened: string) => `您打开这一页是${opened}。两份都在下面，您写的没有丢。`,
    savedBy: (name: string, time: string) => `已保存：${name}，${time}`,
    mine: '您的，还没保存',
    rows: { action: '结论', value: '改成', how: '怎么核实的', reason: '理由', readers: '读者会看到' },
    saveAfter: (name: string) => `在${name}之后保存我的`,
    drop: (name: string) => `留下${name}的，放弃我的`,
    goOn: '接着改我的',
    textBelow: (name: string) => `这里是您写的原文。再保存时会排在${name}的结论之后，两条都留在历史里。`,
    effect: {
      correct: '照更正后的登出，写明怎么核实的',
      confirm: (dated: string | null) => (dated ? `照登，写明“${dated}”` : '照登'),
      unverifiable: '照登，写明“尚未核实”',
      out_of_use: '只写“这个号码已停用”',
      reopen: '和没有结论时一样',
      proposed: '现在不变；另一名编辑同意后才改',
      add_alias: '按这个名字也查得到，页面上写“也叫”',
      add_landmark: '按这个名字查，看到那里的几个站',
      other: '和原来一样',
    },
  },

  people: {
    heading: '人员',
    summary: '岗位一座城市一座城市地给',
    columns: { name: '用户名', lastSignIn: '上次登录' },
    ownerTag: '总管理',
    disabled: '已停用',
    never: '没登录过',
    noStations: '还没选站，登录后看不到东西',
    goneStation: (name: string) => `${name}（名录里已没有）`,
    stationsGone: '负责的站都不在名录里了，看不到新的登记：请给别的站。',
    stationsOf: (names: readonly string[]) =>
      names.length <= 3 ? names.join('、') : `${names.slice(0, 2).join('、')}等${names.length}个站`,
    apart: '岗位只管那一座城市：别的城市有人值班，不等于这里有人值班。只当总管理，不算有人值班。',
    edit: '改',
    editLabel: (name: string) => `改${name}`,
    add: '添加人员',
    name: '用户名',
    role: '岗位',
    noPost: '没有岗位',
    noRole: '还没有选岗位，没有添加。',
    owner: '总管理（管所有城市的人员）',
    stations: '管哪些站',
    ticked: (count: number) => `已勾${count}个`,
    allStations: (count: number) => `看全部${count}个`,
    unnamed: (id: string) => `没印站名（${id}）`,
    filter: {
      city: '城市',
      all: '所有城市',
      name: '用户名里有',
      submit: '找',
      posts: '岗位',
      post: (city: string, role: string) => `${city}${role}`,
      posted: (posts: readonly string[]) =>
        posts.length <= 4 ? posts.join('、') : `${posts.slice(0, 3).join('、')}等${posts.length}座城市`,
      none: '没有这样的人。',
      more: (count: number) => `还有${count}人没列出来：请选城市，或者写用户名。`,
      choose: '岗位按城市给：请先在上面选一座城市。',
    },
    create: '添加',
    link: (name: string, until: string) => `把这个链接交给${name}，只能用一次，${until}前有效：`,
    reset: '重设密码',
    reopen: '重新启用',
    resetLabel: (name: string) => `重设${name}的密码`,
    disable: '停用',
    disableLabel: (name: string) => `停用${name}`,
    change: '保存',
    changeLabel: (name: string) => `保存${name}的岗位`,
    saved: (name: string) => `${name}：已保存。`,
    ended: (name: string) => `${name}：已停用，不能再登录。`,
    notYours: '这个账号在别的城市也有岗位，或者是总管理：重设密码和停用请找总管理。',
    problems: {
      unknown: '没有这个用户，或者不归您管。',
      theirs: '这个账号在别的城市也有岗位，或者是总管理，请找总管理改。',
      city: '这不归您管，什么也没有改。',
      stations: '站点人员要勾至少一个站，才看得到东西。没有保存。',
    },
  },
  role: { agent: '站点人员', dispatcher: '调度', editor: '编辑', admin: '管理员' },

  settings: {
    heading: '设置',
    password: '改密码',
    current: '现在的密码',
    next: '新密码',
    again: '再输一遍',
    change: '改密码',
    changed: '密码改好了，别处的登录都已退出。',
    sessions: '已登录的设备',
    sessionColumns: ['设备', '登录时间', '操作'],
    thisOne: '这一台',
    revoke: '退出这一台',
    revokeLabel: (device: string) => `退出${device}`,
    everywhere: '全部退出',
    unknownDevice: '不知道是什么设备',
    wechat: '微信',
    service: '服务',
    operator: '运营单位',
    operatorHint: '写在每一页的页脚；空着就写“这里不是报社或邮政官网”',
    onlineReports: '开放在线登记投递问题',
    save: '保存设置',
    saved: '已保存，5秒内读者页一起更新。',
    operatorInvalid: '最多60个字，不能有看不见的特殊字符。',
    erasure: {
      heading: '到期的登记没有全删',
      waiting: (n: number) => `有${n}件登记到了该删个人信息的时候，一天自动删的到了上限，其余的先留着。`,
      hint: '删了就找不回来。先看看服务器的日期对不对，最近的登记有没有少；都对，再按下面的按钮。不按，每天也会自动删一部分。',
      allow: (n: number) => `可以删这${n}件`,
      allowed: (n: number) => `知道了，接下来删这${n}件，几分钟内删完。`,
      none: '现在没有等着删的登记。',
    },
  },

  keys: {
    heading: '全部按键',
    close: '关闭',
    sheet: { j: '下一条', k: '上一条', x: '勾选', e: '处理', '/': '查找', '?': '全部按键' } as const,
    save: '保存（在表单里）',
    off: '正在输入时不起作用。',
  },
} as const;

/** What a row of the history did; of a proposal, what it would do. */
export const doneText = ({ action, proposes }: Pick<Decision, 'action' | 'proposes'>): string =>
  action === 'propose' ? PROPOSED[proposes ?? 'correct'] : deskWords.done[action];

const owner = (station: string | null, row: number, kind: Phone['kind']) =>
  `${station ?? deskWords.queue.unnamed}（第${row}行）的${deskWords.kind[kind]}`;

/** What is wrong with a decision, at its field. */
export function problemText(problem: DecisionProblem): string {
  switch (problem.code) {
    case 'flag.gone':
      return '这个存疑项已经没有了，请看最新的内容。';
    case 'action.missing':
      return '请选一个结论。';
    case 'action.refused':
      return '现在不能这样定，请看最新的内容。';
    case 'how.missing':
      return '请选怎么核实的。';
    case 'reason.missing':
      return '请写理由。';
    case 'reason.too_long':
      return '理由最多500个字。';
    case 'reason.control_char':
    case 'value.control_char':
      return '里面有看不见的控制字符，请删掉。';
    case 'value.missing':
      return '请填正确的内容。';
    case 'value.too_long':
      return '最多60个字。';
    case 'value.same':
      return '和现在的一样：没有要更正的。';
    case 'number.not_callable':
      return '这不是能拨打的号码：位数不对，或者没有这样的号段。手机11位，座机可以不写区号。';
    case 'kind.contradicts':
      return '按号码规则，它不是这一种。';
    case 'district.unknown':
      return '没有这个区域。';
    case 'number.taken':
      return `这个号码已经是${problem.owners.map(({ station, row, kind }) => owner(station, row, kind)).join('、')}。真是合用，请勾选下面一项，并在理由里写明。`;
  }
}

export const answerProblemText: Record<AnswerProblem, string> = {
  unknown: '这一条已经撤销，或者没有了。',
  answered: '这一条已经有人答复了。',
  later: '后面还有结论，先撤销后面的。',
  own: '自己提出的，要由另一名编辑同意。',
  lapsed: '新版本印的已经不是那个了，这一条不再等人同意。',
};

const clock = new Intl.DateTimeFormat('zh-CN', {
  timeZone: 'Asia/Shanghai',
  month: 'long',
  day: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});
/** `11月22日 10:42`, as the clock stands in China. */
export const shortTime = (at: string | Date): string => clock.format(new Date(at));
