import { z } from 'zod';
import { isBlank, isDisguised, trimTyped } from '../text/typed-text.ts';
import { type Correctable, type Decision, type NewDecision, PROPOSED } from './decision.ts';
import { LIMITS } from './decision-limits.ts';
import { effectiveDecisions } from './effective.ts';
import { groupedRecords } from './grouped.ts';
import { CHECK_METHODS, type Flag, type Phone, type PublishedDirectory } from './records.ts';
import {
  type AnswerProblem,
  allowedActions,
  allowedPhoneActions,
  answerProblem,
  correctableField,
  type FormAction,
  needsApproval,
  undoProblem,
} from './rules.ts';
import { isStanding } from './standing.ts';

/** What an editor sends about one flag, or about one number (`flag` null). */
export const decisionInputSchema = z.object({
  flag: z.string().max(200).nullable(),
  phone: z.string().max(200).nullable(),
  action: z.enum(['correct', 'confirm', 'unverifiable', 'out_of_use', 'reopen', 'check']),
  how: z.enum(CHECK_METHODS).nullable(),
  value: z.string(),
  reason: z.string(),
  /** The editor says that a number another station has is this one's too. */
  shared: z.boolean(),
});
export type DecisionInput = z.infer<typeof decisionInputSchema>;

/** What is wrong with a reason. */
export type ReasonProblem = { field: 'reason'; code: 'reason.missing' | 'reason.too_long' | 'reason.control_char' };

/** What is wrong with the input, by field; `lib/wording/desk.ts` has the words. */
export type DecisionProblem =
  | { field: 'action'; code: 'flag.gone' | 'action.missing' | 'action.refused' }
  | { field: 'how'; code: 'how.missing' }
  | ReasonProblem
  | { field: 'value'; code: 'value.missing' | 'value.too_long' | 'value.control_char' | 'value.same' }
  | { field: 'value'; code: 'number.not_callable' | 'kind.contradicts' | 'district.unknown' }
  | { field: 'shared'; code: 'number.taken'; owners: Owner[] };

/** Whose a number already is. */
export interface Owner {
  station: string | null;
  row: number;
  kind: Phone['kind'];
}

export interface DecisionContext {
  /** As the desk sees it: every decision and readers' marks applied. */
  directory: PublishedDirectory;
  /** Proposals that wait for a second person. */
  pending: readonly Decision[];
  /** The edition in force. */
  edition: number;
  by: string;
  at: string;
  /** People who may decide: with two or more, a changed number needs a second one. */
  activeEditors: number;
  newId: () => string;
  /** The id of one more number of a station; each time another, and never one that something had. */
  newPhone: (station: string) => string;
  /** One callable number of the directory as somebody typed it, or null. */
  readNumber: (typed: string) => Pick<Phone, 'tel'> | null;
}

export type Decided<T> = { ok: true; row: NewDecision } | { ok: false; problems: T[] };

/** A corrected name stands on readers' pages and is searched for: nothing in it may be unseen. */
export const UNSEEN = /[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029]/u;

/** What a decision is about, found in the directory as it is now. */
interface DecisionSubject {
  record: string | null;
  flag: Flag | null;
  phone: Phone | null;
  actions: FormAction[];
  field: Correctable | null;
}

function findSubject({ directory, pending }: DecisionContext, input: DecisionInput): DecisionSubject | null {
  if (input.flag !== null) {
    const flag = directory.flags.find(({ id }) => id === input.flag);
    if (!flag) return null;
    const phone = directory.phones.find(({ id }) => id === flag.subject.phone) ?? null;
    return { record: flag.subject.record, flag, phone, actions: allowedActions(flag), field: correctableField(flag) };
  }
  const phone = directory.phones.find(({ id }) => id === input.phone);
  if (!phone) return null;
  const own = directory.flags.filter(({ subject }) => subject.phone === phone.id);
  const isPending = pending.some((proposal) => proposal.phone === phone.id);
  return { record: phone.station, flag: null, phone, actions: allowedPhoneActions(own, isPending), field: 'number' };
}

/**
 * Turns what an editor sent into a row of the history, or says everything that is wrong with it at once.
 */
export function decide(input: DecisionInput, context: DecisionContext): Decided<DecisionProblem> {
  const subject = findSubject(context, input);
  if (!subject) return { ok: false, problems: [{ field: 'action', code: 'flag.gone' }] };
  if (!subject.actions.includes(input.action)) {
    const code =
      subject.flag && !isStanding(subject.flag) && subject.actions.length === 0 ? 'flag.gone' : 'action.refused';
    return { ok: false, problems: [{ field: 'action', code }] };
  }
  const field = input.action === 'correct' ? subject.field : null;
  const value = field === null ? null : readValue(field, input, subject, context);
  const problems: DecisionProblem[] = [
    ...(value !== null && 'problem' in value ? [value.problem] : []),
    ...(input.how === null && input.action !== 'reopen' ? [{ field: 'how', code: 'how.missing' } as const] : []),
    ...reasonProblems(input.reason),
  ];
  if (problems.length > 0) return { ok: false, problems };
  return {
    ok: true,
    row: withApproval(context, {
      ...blankRow(context),
      record: subject.record,
      flag: subject.flag?.id ?? null,
      phone: subject.phone?.id ?? null,
      field,
      action: input.action,
      how: input.action === 'reopen' ? null : input.how,
      before: field === null ? null : currentValue(field, subject, context.directory),
      after: value !== null && 'value' in value ? value.value : null,
      reason: input.reason.trim(),
      printed: printedOf(subject, field, context.directory),
    }),
  };
}

/** The row as a proposal where a second person must agree; alone, an editor answers for both, and the history says so. */
export function withApproval({ activeEditors, by }: DecisionContext, row: NewDecision): NewDecision {
  if (needsApproval(row, activeEditors))
    return { ...row, action: 'propose', proposes: z.enum(PROPOSED).parse(row.action) };
  return needsApproval(row, 2) ? { ...row, approvedBy: by } : row;
}

/** A row about nothing yet, to be filled. */
export const blankRow = ({
  by,
  at,
  newId,
  edition,
}: Pick<DecisionContext, 'by' | 'at' | 'newId' | 'edition'>): NewDecision => ({
  id: newId(),
  record: null,
  flag: null,
  phone: null,
  field: null,
  action: 'check',
  how: null,
  before: null,
  after: null,
  reason: '',
  by,
  at,
  approvedBy: null,
  answers: null,
  proposes: null,
  edition,
  printed: null,
});

/** What is printed of what a decision is about. */
function printedOf(
  { record, phone, flag }: DecisionSubject,
  field: Correctable | null,
  { stations, districts }: PublishedDirectory,
): string | null {
  if (phone) return phone.printed;
  const station = stations.find(({ id }) => id === record);
  if (field === 'name') return station?.name.printed ?? null;
  if (field !== 'district') return flag?.printed ?? null;
  const { printed = null, value = null } = station?.district ?? {};
  return printed ?? districts.find(({ id }) => id === value)?.label ?? null;
}

/** What is wrong with a reason, which every decision but an undo or an approval needs. */
export function reasonProblems(reason: string): ReasonProblem[] {
  if (isBlank(reason)) return [{ field: 'reason', code: 'reason.missing' }];
  if (reason.length > LIMITS.reason) return [{ field: 'reason', code: 'reason.too_long' }];
  if (isDisguised(reason.replaceAll('\t', ' '), true)) return [{ field: 'reason', code: 'reason.control_char' }];
  return [];
}

function currentValue(
  field: Correctable,
  { record, phone }: DecisionSubject,
  directory: PublishedDirectory,
): string | null {
  const station = directory.stations.find(({ id }) => id === record);
  if (field === 'number') return phone?.tel ?? phone?.printed ?? null;
  if (field === 'kind') return phone?.kind ?? null;
  return station?.[field].value ?? null;
}

export type Value = { value: string } | { problem: DecisionProblem };

function readValue(
  field: Correctable,
  input: DecisionInput,
  subject: DecisionSubject,
  context: DecisionContext,
): Value {
  const { directory } = context;
  const problem = (code: Extract<DecisionProblem, { field: 'value' }>['code']): Value => ({
    problem: { field: 'value', code } as DecisionProblem,
  });
  const typed = trimTyped(input.value);
  if (isBlank(typed)) return problem('value.missing');
  if (typed.length > LIMITS.value) return problem('value.too_long');
  if (field === 'name' ? UNSEEN.test(typed) : isDisguised(typed, false)) return problem('value.control_char');
  if (field === 'number') return readTypedNumber(typed, input.shared, subject, context);
  if (field === 'kind') {
    const known = subject.phone?.kind === 'fixed_line' || subject.phone?.kind === 'mobile';
    if (typed !== 'fixed_line' && typed !== 'mobile') return problem('value.missing');
    if (known && subject.phone?.kind !== typed) return problem('kind.contradicts');
    return { value: typed };
  }
  if (field === 'district' && !directory.districts.some(({ id }) => id === typed)) return problem('district.unknown');
  const isSame = currentValue(field, subject, directory) === typed;
  // A name that stays is a confirmation; a district may be chosen as it is when several flags are settled by it.
  return isSame && field === 'name' ? problem('value.same') : { value: typed };
}

/** A number that an editor typed for a station. @param phone the one whose place it takes; null for one more */
export function readTypedNumber(
  typed: string,
  shared: boolean,
  { phone, record }: Pick<DecisionSubject, 'phone' | 'record'>,
  { directory, readNumber, pending }: Pick<DecisionContext, 'directory' | 'readNumber' | 'pending'>,
): Value {
  const parsed = readNumber(typed);
  if (!parsed?.tel) return { problem: { field: 'value', code: 'number.not_callable' } };
  if (phone?.tel === parsed.tel) return { problem: { field: 'value', code: 'value.same' } };
  const isOwn = directory.phones.some((one) => one.tel === parsed.tel && one.station === record);
  if (phone === null && isOwn) return { problem: { field: 'value', code: 'value.same' } };
  const owners = [...ownersOf(parsed.tel, record, directory), ...waitingOwners(parsed.tel, record, directory, pending)];
  if (owners.length > 0 && !shared) return { problem: { field: 'shared', code: 'number.taken', owners } };
  return { value: parsed.tel };
}

/** The other stations that have a number already. */
export function ownersOf(tel: string, station: string | null, directory: PublishedDirectory): Owner[] {
  const { byTel, stations } = groupedRecords(directory);
  return (byTel.get(tel) ?? [])
    .filter((phone) => phone.station !== station)
    .flatMap(({ station: id, kind }) => {
      const owner = stations.get(id);
      return owner ? [{ station: owner.name.value, row: owner.row, kind }] : [];
    });
}

/** The other stations for which somebody proposed a number, on which a second person has not yet decided. */
function waitingOwners(
  tel: string,
  station: string | null,
  { stations }: PublishedDirectory,
  pending: readonly Decision[],
): Owner[] {
  return pending
    .filter(({ record, field, after }) => record !== station && field === 'number' && after === tel)
    .flatMap(({ record }) => {
      const owner = stations.find(({ id }) => id === record);
      return owner ? [{ station: owner.name.value, row: owner.row, kind: 'unknown' }] : [];
    });
}

/** The row that undoes an earlier one. No reason is asked. */
export function undo(id: string, history: readonly Decision[], context: DecisionContext): Decided<AnswerProblem> {
  const row = history.find((other) => other.id === id);
  const problem = undoProblem(row, history, effectiveDecisions(history));
  if (problem || !row) return { ok: false, problems: [problem ?? 'unknown'] };
  const { record, flag, phone, field, before, after, printed } = row;
  const about = { record, flag, phone, field, printed };
  return {
    ok: true,
    row: { ...blankRow(context), ...about, action: 'undo', before: after, after: before, answers: id },
  };
}

/** The row by which a second person agrees to a proposal, or does not. */
export function answer(
  input: { proposal: string; action: 'approve' | 'reject'; reason: string },
  history: readonly Decision[],
  context: DecisionContext,
): Decided<AnswerProblem | DecisionProblem> {
  const proposal = history.find(({ id }) => id === input.proposal);
  const problem = answerProblem(proposal, effectiveDecisions(history), context);
  if (problem || !proposal) return { ok: false, problems: [problem ?? 'unknown'] };
  const reasons = input.action === 'reject' || input.reason.trim() !== '' ? reasonProblems(input.reason) : [];
  if (reasons.length > 0) return { ok: false, problems: reasons };
  const { record, flag, phone, field, before, after, printed } = proposal;
  const given = { action: input.action, reason: input.reason.trim(), answers: proposal.id };
  const about = { record, flag, phone, field, printed, ...given };
  const approved = input.action === 'approve' ? { before, after, approvedBy: context.by } : {};
  return { ok: true, row: { ...blankRow(context), ...about, ...approved } };
}

/** The rows of a record that an editor has not seen yet. */
export function newerThan(history: readonly Decision[], record: string | null, seen: number): Decision[] {
  return history.filter((row) => row.record === record && row.seq > seen);
}

/** The `seq` of a record's newest row, 0 where nothing was decided about it. */
export function lastSeen(history: readonly Decision[], record: string | null): number {
  return history.findLast((row) => row.record === record)?.seq ?? 0;
}
