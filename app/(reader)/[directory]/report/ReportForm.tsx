import type { PublishedDirectory } from '#lib/directory/records.ts';
import { paths } from '#lib/paths.ts';
import { offeredWishes } from '#lib/reports/attendance.ts';
import { addDays, dayOf } from '#lib/reports/days.ts';
import { DATE_LIMITS, type FieldFault, type FieldName } from '#lib/reports/form.ts';
import type { FormDraft } from '#lib/reports/typed-form.ts';
import { CALLED_ALREADY, KINDS, type Kind } from '#lib/reports/words.ts';
import { openedStamp } from '#lib/server/reports/form-route.ts';
import type { ReportOffice } from '#lib/server/reports/office.ts';
import { stationChoice } from '#lib/shown/phone-words.ts';
import { formWords } from '#lib/wording/report-pages.ts';
import { CALLED, FIELD_LABEL, KIND_FOR_READERS, WISH, weekDayName } from '#lib/wording/reports.ts';
import { Box, Choices, Field, type FieldTies, tiesOf } from '../../parts/fields.tsx';
import { Phrases } from '../../parts/Phrases.tsx';
import { Unsent } from '../../parts/Unsent.tsx';

interface PartProps {
  form: FormDraft;
  faultOf: (name: FieldName) => FieldFault | undefined;
}

/** The one kind whose name takes a line of its own. */
const LONG: Kind = 'delivered_while_stopped';

/** The whole form on one page. It posts to a sibling address, which leads on to the check or back here. */
export function ReportForm({ office, form }: { office: ReportOffice; form: FormDraft }) {
  const { directory, now } = office;
  const faultOf = (name: FieldName) => form.faults.find(({ field }) => field === name)?.code;
  const { typed } = form;
  return (
    <form method="post" action={paths.reportSend(directory.id)} noValidate data-report="form">
      <Unseen form={form} now={now} />
      <Field name="station" label={FIELD_LABEL.station} fault={faultOf('station')}>
        {(ties) => <Stations directory={directory} chosen={typed.station} ties={ties} />}
      </Field>
      <Radios name="kind" values={KINDS} words={KIND_FOR_READERS} chosen={typed.kind} faultOf={faultOf} paired />
      <Days form={form} faultOf={faultOf} today={dayOf(now)} />
      <Papers form={form} faultOf={faultOf} />
      <Place office={office} form={form} faultOf={faultOf} />
      <Wishes office={office} form={form} faultOf={faultOf} />
      <Field name="text" label={FIELD_LABEL.text} hint={[formWords.hints.text]} fault={faultOf('text')}>
        {(ties) => <textarea rows={4} defaultValue={typed.text} {...ties} />}
      </Field>
      <Radios
        name="calledAlready"
        values={CALLED_ALREADY}
        words={CALLED}
        chosen={typed.calledAlready}
        faultOf={faultOf}
      />
      <Unsent />
      <button className="btn main" type="submit">
        {formWords.next}
      </button>
      <p className="note">
        <Phrases parts={formWords.after} />
      </p>
    </form>
  );
}

/** What the form carries along, and a field that only a machine fills in. */
function Unseen({ form, now }: { form: FormDraft; now: string }) {
  return (
    <>
      <input type="hidden" name="act" value="check" />
      <input type="hidden" name="key" value={form.key} />
      <input type="hidden" name="opened" value={form.opened || openedStamp(Date.parse(now))} />
      <div hidden>
        <label>
          {formWords.trap}
          <input type="text" name="website" tabIndex={-1} autoComplete="off" />
        </label>
      </div>
    </>
  );
}

/** Every station in printed order; the first choice, '', is not to know. */
function Stations({ directory, chosen, ties }: { directory: PublishedDirectory; chosen: string; ties: FieldTies }) {
  return (
    <select {...ties} defaultValue={chosen}>
      <option value="">{formWords.unknownStation}</option>
      {directory.stations.map((station) => (
        <option key={station.id} value={station.id}>
          {stationChoice(directory, station)}
        </option>
      ))}
    </select>
  );
}

interface RadiosProps<Value extends string> extends Pick<PartProps, 'faultOf'> {
  name: FieldName;
  values: readonly Value[];
  words: Readonly<Record<Value, string>>;
  chosen: string;
  /** Two beside one another where there is room; a long answer still takes a line of its own. */
  paired?: boolean;
}

/** One question with one answer among several. */
function Radios<Value extends string>({ name, values, words, chosen, faultOf, paired }: RadiosProps<Value>) {
  return (
    <Choices name={name} label={FIELD_LABEL[name]} fault={faultOf(name)}>
      <div className={paired ? 'boxes' : 'boxes one'}>
        {values.map((value, index) => (
          <Box
            key={value}
            type="radio"
            name={name}
            value={value}
            checked={chosen === value}
            first={index === 0}
            whole={paired === true && value === LONG}
          >
            {words[value]}
          </Box>
        ))}
      </div>
    </Choices>
  );
}

/** The last week as boxes, the week before it folded away unless something in it is chosen. */
function Days({ form, faultOf, today }: PartProps & { today: string }) {
  const days = Array.from({ length: DATE_LIMITS.days }, (_, back) => addDays(today, -back));
  const week = days.slice(0, 7);
  const earlier = days.slice(7);
  const box = (day: string, first: boolean) => (
    <Box key={day} type="checkbox" name="dates" value={day} checked={form.typed.dates.includes(day)} first={first}>
      <b>{`${Number(day.slice(8))}日`}</b>
      <span>{day === today ? formWords.today : weekDayName(day)}</span>
    </Box>
  );
  return (
    <Choices name="dates" label={FIELD_LABEL.dates} hint={[formWords.hints.dates]} fault={faultOf('dates')}>
      <div className="boxes days">{week.map((day, index) => box(day, index === 0))}</div>
      <details open={earlier.some((day) => form.typed.dates.includes(day))}>
        <summary>{formWords.hints.earlier}</summary>
        <div className="boxes days">{earlier.map((day) => box(day, false))}</div>
      </details>
    </Choices>
  );
}

function Papers({ form, faultOf }: PartProps) {
  const wrong = faultOf('papers') ?? faultOf('copies');
  const wrongField = faultOf('papers') ? 'papers' : 'copies';
  return (
    <Choices name={wrongField} label={formWords.papersHeading} hint={[formWords.hints.papers]} fault={wrong}>
      <div className="pair">
        {(['papers', 'copies'] as const).map((name) => (
          <div key={name}>
            <label htmlFor={`f-${name}`}>{FIELD_LABEL[name]}</label>
            <input
              type="text"
              autoComplete="off"
              inputMode={name === 'copies' ? 'numeric' : undefined}
              defaultValue={form.typed[name]}
              {...tiesOf(name, faultOf(name))}
            />
          </div>
        ))}
      </div>
    </Choices>
  );
}

function Place({ office, form, faultOf }: PartProps & { office: ReportOffice }) {
  const { place, placeUnattended } = formWords.hints;
  const hint = office.attendance === 'attended' ? place : placeUnattended;
  return (
    <Field name="place" label={FIELD_LABEL.place} hint={hint} fault={faultOf('place')}>
      {(ties) => <input type="text" autoComplete="off" defaultValue={form.typed.place} {...ties} />}
    </Field>
  );
}

/** Only what somebody is there to do is offered; a phone is asked for only where somebody could call back. */
function Wishes({ office, form, faultOf }: PartProps & { office: ReportOffice }) {
  const wishes = offeredWishes(office.attendance);
  const chosen = wishes.length === 1 ? (wishes[0] ?? '') : form.typed.wanted;
  return (
    <>
      <Radios name="wanted" values={wishes} words={WISH} chosen={chosen} faultOf={faultOf} />
      {office.attendance === 'attended' && (
        <Field name="phone" label={FIELD_LABEL.phone} hint={[formWords.hints.phone]} fault={faultOf('phone')}>
          {(ties) => <input type="text" inputMode="tel" autoComplete="tel" defaultValue={form.typed.phone} {...ties} />}
        </Field>
      )}
    </>
  );
}
