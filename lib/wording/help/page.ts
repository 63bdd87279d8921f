/** The pictures of real pages that help shows: what is to be seen on each. `npm run help:pictures` draws them. */
export const HELP_PICTURES = {
  'agent-queue': '手机上的投递问题列表：最急的一件在最上面，写着还剩多久，前面的方格可以勾',
  'agent-report': '手机上的一件登记：选了办好了，办得怎么样是已补送，下面一排常用语，点一下就写上',
  'agent-order': '派工单：一张纸上写着受理编号、发行站、哪天的报纸、送到哪里，下面留了签字的横线',
  'dispatcher-queue': '投递问题列表：勾了几件，上面一条是受理、交给、不予受理、合并和打印',
  'dispatcher-file': '代读者登记：选发行站、出了什么问题、哪天的报纸',
  'dispatcher-notice': '读者通知：左边填什么事、哪里、到什么时候，右边是读者会看到的样子',
  'dispatcher-board': '看板：三个率，下面是每个区域按时办结的多少',
  'editor-flags': '存疑项列表：最上面是等您同意，下面一行一个站，不能拨打的排在前面',
  'editor-entry': '一个存疑项：左边是报上所印的几行，右边是核实结论的表单',
  'editor-calling': '核实清单：大字的号码，要问的一句话，四个按钮对应按键1到4',
  'editor-import': '导入新版本的第一步：左边放文件，右边贴表格，下面填这份登报通知的名称和日期',
  'admin-people': '人员：左边一行一个人，写着岗位和上次登录，右边是添加人员的表单',
  'admin-channels': '值班提醒：往哪里发、管哪些站、发什么，下面是添加一个的表单',
  'admin-office': '时间和节假日：左边是一周七天的上班时间，右边是特别的日子',
  'owner-city': '新城市：城市名、网址里的名字、区号、客服电话，一格一格填',
} as const;
export type HelpPicture = keyof typeof HELP_PICTURES;

/** How large they are, as the page that is drawn was. */
export const HELP_SIZES = { wide: { width: 1040, height: 650 }, phone: { width: 390, height: 700 } } as const;

/** Whether it was drawn as a phone shows the page. */
export const isOnPhone = (picture: HelpPicture): boolean => picture === 'agent-queue' || picture === 'agent-report';

/** A part of a page: what is done one after the other. In the steps “…” is a label of the desk, `…` a command. */
export interface HelpPart {
  heading: string;
  steps: readonly string[];
  picture?: HelpPicture;
}

/** What a role has to know, on one or two sheets. */
export interface HelpPage {
  /** Who is meant. */
  name: string;
  lead: string;
  parts: readonly HelpPart[];
}

/** A label of the desk within a step. It is taken from where it stands, so that help says what the page says. */
export const said = (label: string): string => `“${label}”`;
