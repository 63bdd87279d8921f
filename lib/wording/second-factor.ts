/** Every sentence about the second step of a sign-in: 两步登录. */
export const factorWords = {
  heading: '两步登录',
  lead: '输过密码，再输手机验证器上的6位数字。密码让人知道了，别人也进不来。',
  /** What an app shows beside the code. */
  issuer: '报达',

  /** 登录, the second step. */
  step: {
    heading: '再输验证码',
    lead: '手机验证器上的6位数字。',
    label: '验证码',
    button: '登录',
    recovery: ['手机不在身边，就填一个备用码，例如 ', '12345-67890-12345', '。每个只能用一次。'],
    lost: '备用码也没有，请另一名管理员重设，或者在服务器上运行 npm run -s staff -- reset 用户名。',
    back: '换一个账号登录',
  },
  stepProblem: {
    wrong: '验证码不对。等手机上换下一个再输；总是不对，看看手机的时间准不准。',
    used: '这个验证码用过了，请等手机上换下一个。',
    too_many_codes: '6位数字试得太多了，从这台设备先不能再试。请用平时登录的那台设备，或者填备用码。',
    unreadable:
      '服务器的密钥（BAODA_SECRET）换过了，两步登录核对不了。请另一名管理员重设，或者在服务器上运行 npm run -s staff -- reset 用户名。',
    ended: '要从头登录：验证码错了5次，或者过了10分钟。',
  },
  /** In a form whose session has run out. */
  codeAsked: '密码对了。这个账号开了两步登录，请再填验证码。',

  state: { on: '已开', off: '没开', notAsked: '不要求' },
  manage: '去设置',
  own: {
    on: '已经开了：登录要密码，也要验证码。',
    off: '还没有开：只凭密码就能登录。',
  },
  mustSetUp: '您的岗位要先开两步登录，才能做别的。',
  mustSetUpLead: '这座城市要求您的岗位开两步登录。现在开好，就能接着用；只要几分钟。',

  begin: {
    heading: '开两步登录',
    hint: '手机上先装一个验证器：系统自带的密码管理，或者能扫“两步验证”二维码的应用。',
    password: '现在的密码',
    button: '下一步：扫二维码',
    again: '重新开始',
  },
  confirm: {
    heading: '用手机扫一扫',
    qr: '两步登录的二维码',
    byHand: '扫不了，就在验证器里手动输入这个密钥：',
    label: '验证码',
    hint: '手机上现在显示的6位数字',
    button: '开两步登录',
    others: '开好以后，别处的登录都会退出。',
    done: '两步登录开好了，别处的登录都已退出。',
  },
  codes: {
    heading: '备用码',
    lead: '只显示这一次：打印出来，或者抄下来，和手机分开放。手机不在身边时，登录填一个；每个只能用一次。',
    print: '打印',
    of: (username: string) => `报达工作台，${username}`,
    renew: '换一套备用码',
    renewHint: '旧的那一套马上作废。',
    password: '现在的密码',
    button: '换一套',
  },
  end: {
    heading: '关掉两步登录',
    required: '您的岗位必须开，不能关。手机换了，请另一名管理员重设，再开一次。',
    password: '现在的密码',
    code: '验证码',
    codeHint: '6位数字，或者一个备用码',
    button: '关掉',
    done: '两步登录关掉了，以后只凭密码登录。',
  },
  problem: {
    password: '现在的密码不对。',
    changed: '现在已经不是这样了，请看最新的内容。',
    begin: '过了30分钟，或者不是在这里开始的：请从头再来。',
    required: '您的岗位必须开，不能关。',
    has_none: '您自己还没有开两步登录：请先开，再要求别人。',
  },

  /** 人员 */
  people: {
    column: '两步登录',
    reset: '重设两步登录',
    resetLabel: (name: string) => `重设${name}的两步登录`,
    why: '为什么重设两步登录',
    whyHint: '写一句，例如“手机丢了，当面核对过本人”。记在“记录”里。',
    done: (name: string) => `${name}：两步登录取消了，所有登录都已退出。下次只凭密码登录，请本人重新开。`,
    problems: {
      own: '不能重设自己的，请另一名管理员来。',
      why: '为什么重设两步登录，请写一句，最多200个字。',
      none: '这个人没有开两步登录。',
    },
    rule: {
      heading: (city: string | null) => (city === null ? '谁必须开两步登录' : `谁必须开两步登录：${city}`),
      role: (role: string) => `${role}必须开`,
      hint: '勾上以后，还没开的人下次打开工作台要先开。要求管理员，也就要求总管理。',
      missing: (names: readonly string[]) => `还没开的：${names.join('、')}`,
      button: '保存',
      done: '已保存。',
    },
  },
} as const;
