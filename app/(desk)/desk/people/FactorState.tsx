import { mustHaveFactor, type readFactorRules } from '#lib/server/factor-rule.ts';
import type { VisibleAccount } from '#lib/server/people.ts';
import { factorWords } from '#lib/wording/second-factor.ts';

const words = factorWords.state;
export type FactorRules = Awaited<ReturnType<typeof readFactorRules>>;

/** Whether somebody signs in with a code as well; marked where they must and do not. */
export function FactorState({ person, rules }: { person: VisibleAccount; rules: FactorRules }) {
  if (person.hasFactor) return words.on;
  return mustHaveFactor(rules, person) ? <span className="tag warning">{words.off}</span> : words.notAsked;
}
