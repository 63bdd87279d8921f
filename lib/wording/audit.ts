import type { AuditKind } from '../reports/audit-kinds.ts';
import { deskWords } from './desk.ts';

/** Every sentence of 记录: who signed in, took a list along, looked at a telephone, changed what somebody is. */
export const auditWords = {
  heading: '记录',
  lead: '登录、导出、看电话和人员的变动，留一年。',
  columns: ['时间', '谁', '做了什么', '细节'],
  csvColumns: ['时间', '种类', '谁', '做了什么', '细节', '次数'],
  csv: '导出 CSV',
  filter: '筛选',
  kind: '种类',
  person: '谁',
  everybody: '所有人',
  submit: '看',
  none: '没有这样的记录。',
  pages: '页',
  count: (rows: number) => `${rows}条`,
  command: '服务器上的命令',
  nobody: '没有这个用户名',
  kinds: {
    sign_in: '登录',
    failed: '登录没成功',
    export: '导出',
    unmask: '看电话',
    role: '岗位',
    account: '账号',
    factor: '两步登录',
    setting: '要求',
  } satisfies Record<AuditKind, string>,
  signIn: {
    password: '登录，只用密码',
    code: '登录，密码和验证码',
    recovery: '登录，密码和备用码',
  } as const,
  failed: { password: '密码不对', code: '验证码不对' } as const,
  times: (times: number) => `这一天${times}次`,
  exported: '导出',
  unmasked: (ref: string) => `看了${ref}的电话`,
  /** Its words were erased with the report's. */
  erased: '理由已随登记删除',
  role: (person: string, role: string | null) => (role === null ? `取消了${person}的岗位` : `让${person}当${role}`),
  owner: (person: string, isOne: boolean) => (isOne ? `让${person}当总管理` : `${person}不再当总管理`),
  roleName: (role: string): string => (deskWords.role as Readonly<Record<string, string>>)[role] ?? role,
  account: {
    added: (person: string) => `添加了${person}`,
    password: (person: string) => `给${person}重设密码`,
    disabled: (person: string) => `停用了${person}`,
    factor: (person: string) => `重设了${person}的两步登录`,
  } as const,
  factor: { on: '开了两步登录', off: '关了两步登录', codes: '换了一套备用码' } as const,
  rule: (roles: readonly string[]) =>
    roles.length === 0 ? '不再要求开两步登录' : `要求开两步登录：${roles.join('、')}`,
} as const;
