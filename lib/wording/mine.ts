/** What the one station that a phone remembers says. */
export const mineWords = {
  heading: '我的发行站，只记在这台手机上',
  report: '登记没收到',
  another: '换一个',
  forget: '不记了',
  remember: '记住这个站',
  effect: ['以后打开，最上面就是这个站；', '只记在这台手机上。'],
  /** Where its numbers cannot be had, or it is listed no longer: its own page says which. */
  elsewhere: '打开您记住的发行站',
} as const;
