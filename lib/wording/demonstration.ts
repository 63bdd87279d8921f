/**
 * The words of a demonstration: what every page says then, and its made-up people, decisions and reports. Whoever and
 * whatever is named here is plainly an example; the telephones begin with 154, which no network in China uses.
 */
export const demonstrationNotice = {
  tag: '演示',
  text: ['这里的工作人员、核实结论和', '投递登记都是编的，', '请不要当真。'],
  /** First in the note of a saved contact. */
  contact: '演示：核实情况是编的，不能当真。',
} as const;

export const demonstrationPeople = {
  admin: '管理员示例',
  editors: ['编辑甲', '编辑乙'],
  dispatcher: '调度示例',
  agents: ['站员甲', '站员乙'],
} as const;

export const demonstrationReasons = {
  kind: '演示：站里说这是手机，印错了一栏',
  kindConfirmed: '演示：站里说两个号码都是手机，都在用',
  district: '演示：公布的区划里查不到投递范围',
  called: '演示：打通了，是这个站',
  station: '演示：站里说号码没变',
  outOfUse: '演示：站里说这个号码不用了，也没有新的',
  proposal: '演示：站里说座机拆了，都打手机',
} as const;

export const demonstrationEditions = {
  title: '示例新通知',
  draft: '示例又一份通知',
  file: '示例.tsv',
  renamed: (name: string) => `${name}新站`,
  station: '示例站',
} as const;

export const demonstrationAdditions = {
  station: '示例新站',
  stationReason: '演示：站里说新开了一个站，合用一部电话',
  agreed: '演示：又打了一次，是这样',
  address: '示例路，示例小区东门旁边',
  note: '演示：下午取报请走东门',
  alias: '示例路报站',
  saidReason: '演示：站里说的',
  places: ['示例花园东门', '示例集市', '示例学校'],
} as const;

export const demonstrationCity = {
  id: 'shili',
  city: '示例市',
  publisher: '示例报社',
  lineLabel: '示例市客服',
  title: '示例市发行站电话',
  file: '示例市.tsv',
  table: [
    ['区域', '发行站', '手机'],
    ['甲区', '甲一站', '15400000011'],
    ['', '甲二站', '15400000012'],
    ['乙区', '乙一站', '15400000013'],
    ['', '乙二站', ''],
  ]
    .map((cells) => `${cells.join('\t')}\n`)
    .join(''),
} as const;

export const demonstrationNotices = {
  papers: '《示例晚报》',
  others: '《示例日报》',
  office: '示例报社发行部',
  text: '演示：到自取点取报的，请下午去',
} as const;

export const demonstrationReports = {
  phone: (n: number) => `154 0000 000${n}`,
  papers: '示例晚报',
  place: (estate: number, building: number, unit: number) =>
    `${['示例小区', '示例花园', '示例新村', '示例家园'][estate % 4]}${building}号楼${unit}单元`,
  texts: {
    upstairs: '示例：住在楼上，腿脚不便，麻烦放到信箱里',
    wet: '示例：下雨天放在门口，整份都湿了',
    paused: '示例：出门探亲，停报到月底',
    other: '示例：想知道每天大约几点送到',
    unknown: '示例：新搬来，不知道归哪个站',
  },
  said: {
    accepted: '示例：已转给发行站',
    wrongStation: '示例：这栋楼不归我们站送',
    noteCalled: '示例：和送报的人说过了，明早一起带来',
    noteWaiting: '示例：站里人手少，已催',
    unmask: '示例：给读者回电话',
    ask: '示例：请问是几单元，信箱在哪一边？',
    answer: '示例：2单元，进门左手边',
    redelivered: '示例：两天的报纸已经补送',
    explained: '示例：印厂晚了，已向读者说明',
    stopped: '示例：已记下停报日期',
    notFound: '示例：楼里问过，没找到那份报纸，已补一份',
    again: '示例：换了送报的人，又补了一份',
    disputed: '示例：今天还是没有收到',
    rejected: '示例：是别的刊物，不归发行站送',
    merged: '示例：和邻居的登记是同一件事',
    closed: '示例：读者已改订，不再需要处理',
    reopened: '示例：读者来电，说又晚了两天',
  },
} as const;

export const demonstrationDeskWork = {
  early: '示例：下午盘点',
  channel: { id: 'example-group', name: '示例调度群', address: 'https://robot.example/hook?key=example' },
} as const;
