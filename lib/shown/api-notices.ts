import { z } from 'zod';
import { noticeContentSchema } from '../reports/notice-schema.ts';
import { NOTICE_LIMITS, type Notice } from '../reports/notices.ts';
import { directoryIdSchema, idSchema } from '../text/ids.ts';
import { sayNotice } from '../wording/notices.ts';

/** What the read API answers of readers' notices. */

const { kind, scope, expected } = noticeContentSchema.shape;

export const apiNoticeSchema = z
  .object({
    id: z.int().min(1).describe('Within the directory; stays when the notice is changed.'),
    kind: kind.describe(
      '`late`; `afternoon`: brought in the afternoon; `tomorrow`: with tomorrow’s; `suspended`: none printed.',
    ),
    papers: z
      .string()
      .nullable()
      .describe(`Which, in at most ${NOTICE_LIMITS.papers} characters of the office; null for all.`),
    scope: scope.describe('Whether it is about the whole city, or about some districts or stations.'),
    districts: z.array(idSchema),
    stations: z.array(idSchema),
    expected: expected.describe('By what time of day in China they will be there; null where nobody knows.'),
    text: z.string().describe('All of it as readers are told, but the signature. Today is the day of the answer.'),
    from: z.iso.datetime(),
    until: z.iso.datetime().describe('From this instant on it must not be shown any more.'),
    issuedAt: z.iso.datetime().describe('Since when it is said as it is said here.'),
    office: z.string().describe('By whom.'),
  })
  .describe('What an office says to readers before they report it.');
export type ApiNotice = z.infer<typeof apiNoticeSchema>;

export const apiNoticesSchema = z.object({
  directory: directoryIdSchema,
  notices: z.array(apiNoticeSchema).describe('Those in force at the moment. None is no promise that all is in time.'),
});
export type ApiNotices = z.infer<typeof apiNoticesSchema>;

/** A notice as the API shows it at an instant: nothing of who wrote it. */
export function presentNotice(notice: Notice, now: string): ApiNotice {
  const { id, kind, papers, scope, places, expected, from, until, issuedAt, office } = notice;
  const { title, said, text } = sayNotice(notice, issuedAt, now, true);
  const ids = places.map((place) => place.id);
  return {
    ...{ id, kind, papers, scope, expected },
    districts: scope === 'districts' ? ids : [],
    stations: scope === 'stations' ? ids : [],
    text: [title.join(''), said.join(''), text].filter((part) => part !== null).join('。'),
    ...{ from, until, issuedAt, office },
  };
}
