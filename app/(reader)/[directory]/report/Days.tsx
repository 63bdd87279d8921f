import { addDays } from '#lib/reports/days.ts';
import { DATE_LIMITS } from '#lib/reports/form.ts';
import { formWords } from '#lib/wording/report-pages.ts';
import { FIELD_LABEL, weekDayName } from '#lib/wording/reports.ts';
import { Box, Choices } from '../../parts/fields.tsx';
import type { PartProps } from './parts.tsx';

const RECENT = 4;

/** The days that the form offers beside the last few, the latest first. */
export const earlierDays = (today: string): string[] =>
  Array.from({ length: DATE_LIMITS.days - RECENT }, (_, back) => addDays(today, -RECENT - back));

interface DayBoxesProps extends Pick<PartProps, 'form'> {
  today: string;
  days: readonly string[];
}

function DayBoxes({ form, today, days }: DayBoxesProps) {
  const nameOf = (day: string) =>
    formWords.recentDays.find((_, back) => addDays(today, -back) === day) ?? weekDayName(day);
  return (
    <div className="boxes days">
      {days.map((day) => (
        <Box
          key={day}
          type="checkbox"
          name="dates"
          value={day}
          checked={form.typed.dates.includes(day)}
          first={day === today}
        >
          <b>{`${Number(day.slice(8))}日`}</b>
          <span>{nameOf(day)}</span>
        </Box>
      ))}
    </div>
  );
}

/** Which day: the last few, since most tell of them. Hidden by style where the kind is about no day. */
export function RecentDays({ form, faultOf, today }: PartProps & { today: string }) {
  const days = Array.from({ length: RECENT }, (_, back) => addDays(today, -back));
  return (
    <Choices
      name="dates"
      label={FIELD_LABEL.dates}
      aside={formWords.hints.dates}
      fault={faultOf('dates')}
      className="of-days"
    >
      <DayBoxes form={form} today={today} days={days} />
    </Choices>
  );
}

/** The days before, for who looks further. */
export function EarlierDays({ form, today }: Pick<PartProps, 'form'> & { today: string }) {
  return (
    <Choices name="earlier" label={formWords.earlier} className="of-days">
      <DayBoxes form={form} today={today} days={earlierDays(today)} />
    </Choices>
  );
}
