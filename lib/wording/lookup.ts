/** What is said beside what a search found. Never "your station is": the paper prints no delivery area. */
export const lookupWords = {
  results: '查找结果',
  none: '没有找到',
  found: (n: number) => `找到${n}个站`,
  count: (n: number) => `${n}个站`,
  bySound: (query: string, name: string) => `没有“${query}”，按读音找到“${name}”`,
  bySimilar: (query: string, name: string) => `没有“${query}”，找到相近的“${name}”`,
  byInside: (name: string) => `按其中的“${name}”找到`,
  numberTypo: '没有一模一样的号码，找到只差一位的',
  district: (label: string) => `${label}的发行站`,
  likely: '多半由这个站投递',
  likelyMany: '多半由这些站投递',
  possible: '可能由这个站投递',
  possibleMany: '可能由这些站投递',
  askFirst: '报上没印投递范围，打过去先问一句。',
  inStreet: (division: string, street: string) => `${division}属${street}，`,
  likelyRemark: (division: string) => `${division}有同名的站；`,
  possibleRemark: (division: string, county: string | null) =>
    `${division}${county ? `在${county}，` : ''}报上没有同名的站，下面的站名字相近；`,
  onlyRemark: (division: string, county: string) =>
    division === county
      ? `报上给${county}只印了这一处联系电话；`
      : `${division}在${county}，报上给${county}只印了这一处联系电话；`,
  areaRemark: (division: string, county: string | null, labels: string[]) =>
    `${division}${county && county !== division ? `在${county}，报上没有同名的站` : ''}。下面是${labels.map((label) => `“${label}”`).join('')}一栏的站；`,
  namedArea: (area: string) => `${area}一带的站有下面这些；`,
  landmark: (name: string, county: string, n: number) => [
    `${name}在${county}，`,
    n > 1 ? '可能是这几个站之一。' : '可能是这个站。',
  ],
  nobody: (division: string, county: string | null) =>
    `${division}${county ? `在${county}，` : ''}报上没有印那里的发行站。请打客服问一问。`,
  which: (name: string) => `有几个“${name}”，是哪一个？`,
  cityLine: (label: string) => `这是${label}的号码，就在下面。`,
  help: (label: string) => `${label}就在下面，可以直接打。`,
  reportDoor: '报纸没送到？登记',
  nothing: (query: string) => `没有找到“${query}”`,
  advice: ['换成街道名试试，', '或者点下面的区域。'],
  spoken: (heading: string, n: number) => (n ? `${heading}，${n}个站` : heading),
} as const;

/** What the list itself says, wherever its answer comes from: the phone draws it with these words alone. */
export const listWords = {
  others: '同一栏的其他站',
  near: '是不是想找这些？',
  unreached: (query: string) => ({
    heading: '还没查到',
    title: `没有连上网，“${query}”还没查`,
    parts: ['连上网就接着查，字不用重打。', '打电话不用上网。'],
  }),
  paced: (query: string) => ({
    heading: '还没查到',
    title: `现在查的人多，“${query}”还没查`,
    parts: ['等一两秒，再打一个字就接着查。', '着急请直接打电话。'],
  }),
} as const;
