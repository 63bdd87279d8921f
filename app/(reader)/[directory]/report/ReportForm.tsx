import type { PublishedDirectory } from '#lib/directory/records.ts';
import { paths } from '#lib/paths.ts';
import { offeredWishes } from '#lib/reports/attendance.ts';
import { dayOf } from '#lib/reports/days.ts';
import type { FieldName } from '#lib/reports/form.ts';
import type { FormDraft } from '#lib/reports/typed-form.ts';
import { KINDS } from '#lib/reports/words.ts';
import { openedStamp } from '#lib/server/reports/form-route.ts';
import type { ReportOffice } from '#lib/server/reports/office.ts';
import { stationChoice } from '#lib/shown/phone-words.ts';
import { formWords } from '#lib/wording/report-pages.ts';
import { FIELD_LABEL, KIND_FOR_READERS, WISH } from '#lib/wording/reports.ts';
import { Field, type FieldTies } from '../../parts/fields.tsx';
import { Unsent } from '../../parts/Unsent.tsx';
import { RecentDays } from './Days.tsx';
import { More } from './More.tsx';
import { type PartProps, Place, Radios } from './parts.tsx';

interface ReportFormProps {
  office: ReportOffice;
  form: FormDraft;
  /** Nothing of it was kept here: what the phone itself has kept may be put in. */
  isFresh: boolean;
}

/** The whole form on one page. It posts to a sibling address, which leads on to the check or back here. */
export function ReportForm({ office, form, isFresh }: ReportFormProps) {
  const { directory, attendance, now } = office;
  const faultOf = (name: FieldName) => form.faults.find(({ field }) => field === name)?.code;
  const isKnown = form.typed.station !== '';
  const today = dayOf(now);
  // What may be needed stands in sight: a place, where the station is not known or a paper can be brought.
  const isPlaceFolded = isKnown && attendance !== 'attended';
  const part = { form, faultOf };
  return (
    <form
      method="post"
      action={paths.reportSend(directory.id)}
      noValidate
      data-report="form"
      data-fresh={isFresh ? '' : undefined}
    >
      <Unseen office={office} form={form} />
      {!isKnown && (
        <Field name="station" label={FIELD_LABEL.station} fault={faultOf('station')}>
          {(ties) => <Stations directory={directory} ties={ties} />}
        </Field>
      )}
      <Radios name="kind" values={KINDS} words={KIND_FOR_READERS} parts={formWords.kindParts} {...part} paired />
      <RecentDays today={today} {...part} />
      <Wishes office={office} {...part} />
      {!isPlaceFolded && <Place office={office} {...part} />}
      {attendance === 'attended' && <Phone {...part} />}
      <More office={office} today={today} isPlaceFolded={isPlaceFolded} {...part} />
      <Unsent />
      <button className="btn main" type="submit">
        {formWords.next}
      </button>
    </form>
  );
}

/** What the form carries along, and a field that only a machine fills in. */
function Unseen({ office: { attendance, now }, form }: { office: ReportOffice; form: FormDraft }) {
  const [wish, ...others] = offeredWishes(attendance);
  return (
    <>
      <input type="hidden" name="act" value="check" />
      <input type="hidden" name="key" value={form.key} />
      <input type="hidden" name="opened" value={form.opened || openedStamp(Date.parse(now))} />
      {form.typed.station !== '' && <input type="hidden" name="station" value={form.typed.station} />}
      {others.length === 0 && <input type="hidden" name="wanted" value={wish} />}
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
function Stations({ directory, ties }: { directory: PublishedDirectory; ties: FieldTies }) {
  return (
    <select {...ties} defaultValue="">
      <option value="">{formWords.unknownStation}</option>
      {directory.stations.map((station) => (
        <option key={station.id} value={station.id}>
          {stationChoice(directory, station)}
        </option>
      ))}
    </select>
  );
}

/** Only what somebody is there to do is offered; one wish alone is no question, and goes along unseen. */
function Wishes({ office, form, faultOf }: PartProps & { office: ReportOffice }) {
  const wishes = offeredWishes(office.attendance);
  if (wishes.length === 1) return null;
  return <Radios name="wanted" values={wishes} words={WISH} form={form} faultOf={faultOf} />;
}

/** Asked for only where somebody could call back. */
function Phone({ form, faultOf }: PartProps) {
  return (
    <Field name="phone" label={FIELD_LABEL.phone} hint={[formWords.hints.phone]} fault={faultOf('phone')}>
      {(ties) => <input type="text" inputMode="tel" autoComplete="tel" defaultValue={form.typed.phone} {...ties} />}
    </Field>
  );
}
