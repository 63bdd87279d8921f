interface ChoicesProps<T extends string> {
  name: string;
  legend: string;
  hideLegend?: boolean;
  values: readonly T[];
  textOf: (value: T) => string;
  chosen: string;
  onChoose: (value: T) => void;
  problem: string | undefined;
}

/** Radio buttons drawn as one switch. */
export function Choices<T extends string>(props: ChoicesProps<T>) {
  const { name, legend, hideLegend, values, textOf, chosen, onChoose, problem } = props;
  return (
    <fieldset className="choices" aria-describedby={problem ? `${name}-problem` : undefined}>
      <legend className={hideLegend ? 'hidden' : undefined}>{legend}</legend>
      {problem && (
        <p className="problem" id={`${name}-problem`}>
          {problem}
        </p>
      )}
      <div>
        {values.map((value) => (
          <label key={value}>
            <input type="radio" name={name} value={value} checked={chosen === value} onChange={() => onChoose(value)} />
            <span>{textOf(value)}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
