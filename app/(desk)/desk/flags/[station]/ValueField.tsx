import type { Correctable } from '#lib/directory/decision.ts';
import { deskWords } from '#lib/wording/desk.ts';

const words = deskWords.form;

interface ValueFieldProps {
  field: Correctable;
  /** The choices, where the value is one of a list. */
  options: { value: string; text: string }[];
  value: string;
  onChange: (value: string) => void;
  problem: string | undefined;
}

/** What is right instead: a number or a name to type, a district or a kind to choose. */
export function ValueField({ field, options, value, onChange, problem }: ValueFieldProps) {
  const shared = {
    id: 'value',
    name: 'value',
    value,
    'aria-invalid': problem !== undefined,
    'aria-describedby': problem ? 'value-hint value-problem' : 'value-hint',
  };
  return (
    <div className="correct-only">
      <label htmlFor="value">{words.value[field]}</label>
      <p className="hint" id="value-hint">
        {words.valueHint[field]}
      </p>
      {problem && (
        <p className="problem" id="value-problem">
          {problem}
        </p>
      )}
      {options.length > 0 ? (
        <select {...shared} onChange={(event) => onChange(event.target.value)}>
          <option value="">{words.choose}</option>
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.text}
            </option>
          ))}
        </select>
      ) : (
        <input {...shared} autoComplete="off" onChange={(event) => onChange(event.target.value)} />
      )}
    </div>
  );
}
