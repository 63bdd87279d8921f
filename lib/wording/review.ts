import { longDate } from './dates.ts';

/** Wording of what the review adds to the records: evidence that no rule of the normaliser gives. */

/** What readers said about one number, counted. */
export function readerMarkEvidence(noAnswer: number, notStation: number): string[] {
  return [
    ...(noAnswer > 0 ? [`${noAnswer}次：打不通`] : []),
    ...(notStation > 0 ? [`${notStation}次：不是发行站`] : []),
  ];
}

/** On which days a number was called and nobody took the call. */
export const unansweredEvidence = (days: readonly string[]): string[] => [
  `${days.map(longDate).join('、')}打过，都没人接`,
];
