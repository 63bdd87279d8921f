import type { Decision } from './decision.ts';
import { effectiveDecisions } from './effective.ts';
import type { Divisions, Landmark } from './records.ts';

/** What stands as the source of a place that staff added; who did, and how they know, stands in the history. */
const SOURCE = 'desk';
/** Of six digits is a county-level unit, of nine one of its streets. */
const DIVISION_CODE = /^\d{6}(?:\d{3})?$/;

/** A division that a landmark may lie in. */
export interface LandmarkDivision {
  code: string;
  /** The county-level unit, behind it the street. */
  name: string;
}

/** The county-level unit or street of this code; null where there is none. */
export function findDivision(divisions: Divisions | null, code: string): LandmarkDivision | null {
  if (divisions === null || !DIVISION_CODE.test(code)) return null;
  const county = divisions.counties.find(([one]) => one === code.slice(0, 6))?.[1];
  if (county === undefined) return null;
  if (code.length === 6) return { code, name: county };
  const street = divisions.streets.find(([one]) => one === code)?.[1];
  return street === undefined ? null : { code, name: county + street };
}

/** The landmarks that staff added and nobody took back. */
export function landmarksOf(history: readonly Decision[]): Landmark[] {
  if (!history.some(({ action }) => action === 'add_landmark')) return [];
  return effectiveDecisions(history).decisions.flatMap(({ action, record, after }) => {
    if (action !== 'add_landmark' || record === null || after === null) return [];
    const street = record.length > 6 ? record : null;
    return [{ names: [after], county: record.slice(0, 6), street, source: SOURCE }];
  });
}
