import type { StaffEvent } from '#lib/reports/staff-step.ts';
import { RESULTS } from '#lib/reports/words.ts';
import { deskReportWords } from '#lib/wording/desk-reports.ts';
import { RESULT } from '#lib/wording/reports.ts';
import { DeskForm } from '../../../parts/DeskForm.tsx';
import { Choices, Field, type Option, Submit } from '../../../parts/fields.tsx';
import { Notice, SignInAgain } from '../../../parts/Outcome.tsx';

const words = deskReportWords;

interface StepFormProps {
  directory: string;
  report: string;
  after: number;
  events: StaffEvent[];
  /** By when what comes is due after a step. */
  afterwards: Partial<Record<StaffEvent, string>>;
  station: string;
  stations: Option[];
}

/** The next step. What only one of them asks for, and the words of each, are shown and hidden by style. */
export function StepForm({ directory, report, after, events, afterwards, station, stations }: StepFormProps) {
  return (
    <DeskForm action="step" of={report} directory={directory} className="decision step" clears>
      <h2>{words.next}</h2>
      <Notice isLoud />
      <input type="hidden" name="after" value={after} />
      <Choices
        name="event"
        legend={words.next}
        hideLegend
        className="choices steps"
        options={events.map((event) => ({ value: event, text: words.step[event] }))}
        chosen={events[0]}
      />
      <div data-of="accepted">
        <Field
          name="station"
          label={words.acceptTo}
          value={station}
          options={[{ value: '', text: words.choose }, ...stations]}
        />
      </div>
      <div data-of="resolved">
        <Field name="result" label={words.result} options={RESULTS.map((value) => ({ value, text: RESULT[value] }))} />
      </div>
      <div data-of="merged">
        <Field name="ref" label={words.mergeInto} />
      </div>
      <Field name="text" label={<OfEach events={events} texts={words.text} />} rows={4} />
      <SignInAgain />
      <OfEach events={events} texts={afterwards} className="hint" />
      <Submit className="main">
        <OfEach events={events} texts={words.step} />
      </Submit>
    </DeskForm>
  );
}

interface OfEachProps {
  events: readonly StaffEvent[];
  texts: Partial<Record<StaffEvent, string>>;
  className?: string;
}

/** The words of each step, of which those of the chosen one are seen. */
const OfEach = ({ events, texts, className }: OfEachProps) =>
  events.map((event) =>
    texts[event] === undefined ? null : (
      <span key={event} data-of={event} className={className}>
        {texts[event]}
      </span>
    ),
  );
