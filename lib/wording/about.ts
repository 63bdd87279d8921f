/** The sentences of the pages that explain: where the numbers come from, what is kept about readers. */
export const aboutWords = {
  heading: '数据说明',
  checked: '已核实',
  counts: (all: number, callable: number) => `表里有${all}个号码，${callable}个可以拨打；`,
  line: (age: string) => `另有1个客服电话，${age}。`,
  from: {
    heading: '从哪里来',
    source: '来源',
    sourceText: (month: string, publisher: string) => [`${month}报上的通知，`, `${publisher}刊登`],
    since: '起用',
    printed: '登报',
    printedText: (month: string) => `${month}，按起用日期推算；通知上没印刊登日期`,
    content: '内容',
    contentText: (rows: number, named: number, unnamed: number) => [
      `${rows}行：${named}个发行站${unnamed ? '，' : ''}`,
      ...(unnamed ? [`另有${unnamed}个没写站名的号码`] : []),
    ],
    added: '添加',
    addedText: (n: number) => [`报上没有，工作人员添加了${n}个站`],
    missing: '没有的',
    missingText: (asked: number) =>
      asked === 0
        ? ['报上没印地址、上班时间和投递范围，这里也没有']
        : ['报上没印地址、上班时间和投递范围；', `这里有${asked}个站的，是工作人员问来的`],
  },
  flags: {
    heading: (n: number) => `${n}处提醒`,
    none: '没有需要提醒的发行站。',
    why: {
      column: (column: string) => `一个手机号印在“${column}”一栏`,
      unnamed: (label: string) => `没印站名和区名${label && `，也说不准归“${label}”`}`,
      clash: (label: string, division: string) => `登在“${label}”，同名街道在${division}`,
      boundary: (label: string) => `登在“${label}”，说不准是不是这里`,
      blankClash: (above: string, division: string) => `区名空白，按上一行归“${above}”，同名街道在${division}`,
      blankAmbiguous: (places: string[]) => `区名空白；可能是${places.join('，也可能是')}`,
      blankBetween: '区名空白，夹在上面几个站中间',
      other: '有一处对不上，还没有核实',
    },
  },
  notes: {
    heading: '还有这些说明',
    delivery: '这里的“区域”是报上印的投递区域，不是行政区。',
    areaCode: (n: number, areaCode: string) => `${n}个座机没印区号，按同一则通知补上${areaCode}。`,
    shared: (names: string[], digits: string) => `${names.join('和')}印的是同一个座机 ${digits}。`,
    sharedSince: (names: string[], digits: string) => `${names.join('和')}是同一个号码 ${digits}。`,
    missing: (n: number) => `${n}行没印办公电话；没印不等于没有。`,
    stale: (date: string) => `通知从${date}起用，已经过了一年多，号码可能变了。`,
  },
  downloads: {
    heading: '下载',
    xlsx: '表格 Excel',
    csv: '表格 CSV',
    json: '数据 JSON',
    vcard: '通讯录 vCard',
    package: '数据包 Data Package',
    note: '通讯录里没有不能拨打的号码。',
    changes: '订阅变化 Atom',
    changesNote: '号码、站名和登报版本有变化，订阅软件会告诉您。',
  },
} as const;

const MOST_NAMES = 100;

/** The editions of a directory and what changed between them. */
export const editionWords = {
  heading: '登报版本',
  inForce: '现行',
  from: '起用',
  shown: '在这里',
  shownSince: (date: string, isInForce: boolean) => (isInForce ? `${date}起显示` : `${date}开始显示`),
  compared: (from: string) => `和${from}起用的那一版比：`,
  same: '没有变化',
  kinds: {
    added: '新增',
    gone: '不见了',
    kept: '没印，先留着',
    renamed: '改名',
    moved: '换区域',
    changed: '换号码',
  },
  renamed: (before: string, after: string) => `${before}→${after}`,
  moved: (name: string, before: string | null, after: string | null) => {
    const label = (district: string | null) => district ?? '没印区域';
    return `${name}（${label(before)}→${label(after)}）`;
  },
  /** In parts that each stay whole on a line. */
  names: (names: readonly string[]) => {
    const named = names.slice(0, MOST_NAMES);
    const end = names.length > MOST_NAMES ? `等${names.length}个` : '';
    return named.map((name, at) => name + (at < named.length - 1 ? '、' : end));
  },
} as const;

export const privacyWords = {
  heading: '隐私',
  lead: '查电话不用登录，也不用留下任何信息。',
  sections: [
    {
      heading: '会记下什么',
      text: [
        '您点“大字”以后，浏览器里会存一个小记号（Cookie，名叫size），记住字要多大，一年后自动失效。里面只有100、120、150三个数中的一个。',
        '您登记投递问题时，浏览器里会存另一个小记号（Cookie，名叫report），一小时后失效，里面只有一串随机字符，用来找回您没填完的内容。',
        '登记以后您点“在这台手机上记住”，浏览器里会再存一个小记号（Cookie，名叫remembered），60天后失效，里面只有一串随机字符，只在“查办理进度”用得上；点“不记了”就去掉。',
        '您点“我也没收到”时，浏览器里会存一个小记号（Cookie，名叫notice），里面只有点过的通知的编号，那条通知结束就失效。我们只数有多少人点过，不记是谁。',
        '您点“告诉我们这个地方”时，浏览器里会存一个小记号（Cookie，名叫told），30天后失效，里面只有一串字符，用来不把同一个地方数两遍。',
        '您点“记住这个站”以后，这台手机上会记下是哪个站，只用来在首页最上面显示它的号码；点“不记了”就去掉。',
        '为了没有网络时也能查，浏览器会留一份号码页，还有最后看的是哪一页；这些只在这台手机上，没有您填的内容。',
        '除了这份号码页，上面说的都不点、不登记，就什么也不存。',
      ],
    },
    {
      heading: '登记投递问题',
      text: [
        '留下您填的内容，提交前会再给您看一遍。处理这件事的工作人员能看到；电话平时遮住中间四位，看全号要记下谁看的、为什么。',
        '电话和地址在办结后90天去掉；满365天，其余能认出您的内容也去掉。凭编号和查询码，您随时可以自己删除。删除记录里没有内容。',
        '选“送报员进不来”时写的怎么进来，只有那个站的送报员和调度看得到，也在办结后90天去掉。',
        '没填完的表和登记过的编号（没有查询码）也存在您自己的手机上，不会自己发出去；在“查办理进度”页可以清除。',
        '为了挡住乱登记，会记下来自同一网络、同一电话的登记次数，不记网络地址和电话本身。',
      ],
    },
    {
      heading: '不记什么',
      text: [
        '不记您查了什么、打了哪个电话、您是谁；您自己点“告诉我们这个地方”发出的几个字除外。没有统计代码，没有广告，不用别家的脚本和字体。',
      ],
    },
    {
      heading: '告诉我们查不到的地方',
      text: [
        '您点“告诉我们这个地方”时，只记下查的那几个字（不超过20个字，不收数字和人的称呼）、头一次和最近一次是哪天、有多少人点过，不记您是谁。',
        '工作人员看得到这几个字；180天没人再问，自动去掉。',
      ],
    },
    {
      heading: '说号码打不通',
      text: ['您点“打不通”或“不是发行站”时，只记下是哪个号码、您选了哪一样和时间，不记您是谁。'],
    },
    { heading: '打电话', text: ['点“拨打”以后，通话由您的手机和电信公司完成，这个网站不知道您打没打。'] },
  ],
  operator: {
    heading: '谁在管',
    named: (operator: string) => `这个网站由${operator}整理，不是报社或邮政官网。`,
    unnamed: '整理单位还没有写上。这里不是报社或邮政官网。',
    ofCity: (city: string, sentence: string) => `${city}：${sentence}`,
  },
} as const;
