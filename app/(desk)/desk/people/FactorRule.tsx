import { mustHaveFactor } from '#lib/server/factor-rule.ts';
import type { VisibleAccount } from '#lib/server/people.ts';
import { ROLES } from '#lib/server/staff.ts';
import { deskWords } from '#lib/wording/desk.ts';
import { factorWords } from '#lib/wording/second-factor.ts';
import { DeskForm } from '../../parts/DeskForm.tsx';
import { Choice, Submit } from '../../parts/fields.tsx';
import { Notice, SignInAgain } from '../../parts/Outcome.tsx';
import type { City } from './CityFields.tsx';
import type { FactorRules } from './FactorState.tsx';

const words = factorWords.people.rule;
/** The highest first. */
const ASKED = ROLES.toReversed();

interface FactorRuleProps {
  /** Those of which whoever looks is admin. */
  cities: readonly City[];
  isOnly: boolean;
  rules: FactorRules;
  people: readonly VisibleAccount[];
}

/** Who must have a second factor, city by city. */
export function FactorRuleForms({ cities, isOnly, rules, people }: FactorRuleProps) {
  return cities.map(({ id, name }) => {
    const asked = rules.get(id) ?? [];
    const missing = people.filter(
      (person) => !person.disabled && !person.hasFactor && mustHaveFactor(new Map([[id, asked]]), person),
    );
    return (
      <DeskForm key={id} action="require-factor" of={id} directory={id} className="factor-rule">
        <h2>{words.heading(isOnly ? null : name)}</h2>
        <p className="hint">{factorWords.lead}</p>
        <Notice />
        <SignInAgain />
        <div className="buttons">
          {ASKED.map((role) => (
            <Choice
              key={role}
              type="checkbox"
              name="role"
              value={role}
              chosen={asked.includes(role)}
              text={words.role(deskWords.role[role])}
            />
          ))}
        </div>
        <p className="hint">{words.hint}</p>
        {missing.length > 0 && <p className="hint">{words.missing(missing.map(({ username }) => username))}</p>}
        <Submit className="strong">{words.button}</Submit>
      </DeskForm>
    );
  });
}
