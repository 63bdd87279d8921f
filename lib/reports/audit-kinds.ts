/** What an admin looks back at: kinds of rows of the list, in the order in which they are offered. */
export const AUDIT_KINDS = ['sign_in', 'failed', 'export', 'unmask', 'role', 'account', 'factor', 'setting'] as const;
export type AuditKind = (typeof AUDIT_KINDS)[number];
