import { deskWords } from '#lib/wording/desk.ts';
import { deskReportWords } from '#lib/wording/desk-reports.ts';
import { FAULT, STEP_REFUSAL } from '#lib/wording/reports.ts';

const PROBLEMS: Readonly<Record<string, string>> = { ...FAULT, ...STEP_REFUSAL, ...deskReportWords.problems };

/** Why a step was not taken, in words. */
export const problemWords = (problem: string): string => PROBLEMS[problem] ?? deskWords.failed;
