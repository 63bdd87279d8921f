import type { Route } from 'next';
import type { Phrases } from '#lib/reports/phrase-groups.ts';
import type { StaffEvent } from '#lib/reports/staff-step.ts';
import { RESULTS } from '#lib/reports/words.ts';
import { deskReportWords } from '#lib/wording/desk-reports.ts';
import { RESULT } from '#lib/wording/reports.ts';
import { DeskForm } from '../../../parts/DeskForm.tsx';
import { Choices, Field, type Option, Submit } from '../../../parts/fields.tsx';
import { Notice, SignInAgain } from '../../../parts/Outcome.tsx';
import { PhraseButtons } from './PhraseButtons.tsx';

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
  phrases: Phrases;
  /** Where those are changed; null for whoever may not. */
  phrasesPage: Route | null;
  /** The list in which somebody goes on, as `queueSearch` writes it, the moment of its order, and the city asked for. */
  list: string;
  at: string;
  asked: string | undefined;
  /** What comes next in it, in words. */
  following: string;
}

/** The next step. What only one of them asks for, and the words of each, are shown and hidden by style. */
export function StepForm(props: StepFormProps) {
  const { directory, report, after, events, afterwards, station, stations } = props;
  return (
    <DeskForm action="step" of={report} directory={directory} className="decision step" clears>
      <h2>{words.next}</h2>
      <Notice isLoud />
      <input type="hidden" name="after" value={after} />
      <input type="hidden" name="list" value={props.list} />
      <input type="hidden" name="at" value={props.at} />
      {props.asked !== undefined && <input type="hidden" name="asked" value={props.asked} />}
      <Choices
        name="event"
        legend={words.next}
        hideLegend
        className="choices next-steps"
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
      <PhraseButtons phrases={props.phrases} events={events} change={props.phrasesPage} />
      <SignInAgain />
      <OfEach events={events} texts={afterwards} className="hint" />
      <Submit className="main" name="go" value="next">
        {words.saveAndNext}
      </Submit>
      <Submit name="go" value="stay">
        {words.saveOnly}
      </Submit>
      <p className="hint">{props.following}</p>
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
