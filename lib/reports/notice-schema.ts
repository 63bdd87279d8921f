import { z } from 'zod';
import { idSchema } from '../text/ids.ts';
import { NOTICE_CAUSES, NOTICE_KINDS, NOTICE_SCOPES, type NoticeContent } from './notices.ts';
import { timeOfDaySchema } from './time-of-day.ts';

/** What is said, as it stands in the store. */
export const noticeContentSchema = z.object({
  kind: z.enum(NOTICE_KINDS),
  papers: z.string().nullable(),
  scope: z.enum(NOTICE_SCOPES),
  places: z.array(z.object({ id: idSchema, name: z.string() })),
  cause: z.enum(NOTICE_CAUSES).nullable(),
  expected: timeOfDaySchema.nullable(),
  text: z.string().nullable(),
  from: z.iso.datetime(),
  until: z.iso.datetime(),
  office: z.string(),
}) satisfies z.ZodType<NoticeContent>;
