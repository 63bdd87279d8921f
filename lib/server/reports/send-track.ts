import { paths } from '../../paths.ts';
import { wordsFault } from '../../reports/form.ts';
import { EMPTY_DRAFT, type ReportDraft } from '../../reports/typed-form.ts';
import type { StoredReport } from '../../store/reports.ts';
import { trackWords } from '../../wording/report-pages.ts';
import { sentAgain } from '../../wording/sent-again.ts';
import { lettersOf } from '../ref-letters.ts';
import { giveBack } from '../sent-again.ts';
import { getStore } from '../store.ts';
import { keepDraft, keepDraftAnew, readDraft, TooManyDrafts } from './drafts.ts';
import { fieldOf, leadTo, type Posted } from './form-route.ts';
import { hmac } from './hmac.ts';
import { openReportOffice, type ReportOffice } from './office.ts';
import { READER_EVENTS, readerHappening, seenBy } from './reader-view.ts';
import { eraseReport, findByCode, stepReport } from './track.ts';

interface Tracking {
  office: ReportOffice;
  posted: Posted;
  draft: ReportDraft;
}

async function back({ office, posted, draft }: Tracking, change: Partial<ReportDraft>, anchor = ''): Promise<Response> {
  const { id } = office.directory;
  return leadTo(paths.track(id) + anchor, await keepDraft(posted, id, { ...draft, trackNotice: null, ...change }));
}

/** Number and code were typed. What was wrong is said, and only the number given back: the code is a secret. */
async function open(tracking: Tracking): Promise<Response> {
  const { office, posted } = tracking;
  const { fields, address } = posted;
  const typed = { ref: fieldOf(fields, 'ref'), code: fieldOf(fields, 'code'), address };
  const kept = typed.ref.slice(0, 40);
  // Nothing was guessed: what is left empty is asked for, and counts as no attempt.
  if (!(typed.ref.trim() && typed.code.trim()))
    return back(tracking, { tracked: null, trackNotice: { code: 'missing', typed: kept } }, '#check');
  const asked = { ...typed, letters: lettersOf(office.directory) };
  const found = await findByCode({ store: office.store, hmac }, asked, office.now);
  if (found.found && found.stored.directory === office.directory.id) {
    const { id } = office.directory;
    const opened = { ...tracking.draft, trackNotice: null, tracked: found.stored.ref };
    return leadTo(paths.track(id), await keepDraftAnew(posted, id, opened));
  }
  if (!found.found && found.reason === 'too_many') return giveTrackBack(tracking, found.retryAfter);
  return back(
    tracking,
    { tracked: null, trackNotice: { code: found.found ? 'elsewhere' : 'unknown', typed: kept } },
    '#check',
  );
}

const answerOf = ({ fields }: Posted) => fieldOf(fields, 'text').slice(0, 4000);

/** A button of the tracking page. What was typed stays where it could not be taken. */
async function act(tracking: Tracking, stored: StoredReport, name: string): Promise<Response> {
  const { office, posted } = tracking;
  if (name === 'erase') {
    await eraseReport(office, stored);
    return back(tracking, { ...EMPTY_DRAFT, trackNotice: { code: 'erased', typed: '' } }, '#check');
  }
  const type = READER_EVENTS.find((event) => event === name);
  if (!type) return back(tracking, {});
  const happening = readerHappening(office, stored, type);
  const text = answerOf(posted);
  const fault = wordsFault(text);
  if (fault) return back(tracking, { answer: text, trackNotice: { code: fault, typed: '' } }, '#check');
  const after = seenBy(stored, Number(fieldOf(posted.fields, 'after')));
  const stepped = await stepReport(office, stored, { happening, text, after }, { role: 'reader', name: null });
  if (stepped.ok) return back(tracking, { answer: '' });
  return back(tracking, { answer: text, trackNotice: { code: stepped.reason, typed: '' } }, '#check');
}

/** What the tracking page's forms do. Every answer leads back to it. */
export async function sendTrack(directory: string, posted: Posted): Promise<Response | null> {
  const office = await openReportOffice(directory);
  if (!office) return null;
  const tracking = { office, posted, draft: await readDraft(posted.cookie, directory) };
  try {
    return await answerSent(tracking);
  } catch (error) {
    if (error instanceof TooManyDrafts) return giveTrackBack(tracking, error.retryAfter);
    throw error;
  }
}

async function answerSent(tracking: Tracking): Promise<Response> {
  const { posted } = tracking;
  const name = fieldOf(posted.fields, 'act');
  if (name === 'open') return open(tracking);
  if (name === 'leave') return back(tracking, { tracked: null, filed: null, answer: '' });
  const { tracked } = tracking.draft;
  const stored = tracked === null ? null : await (await getStore()).reports.find(tracked);
  if (!stored?.secretHash) {
    const answer = answerOf(posted);
    const code = answer === '' ? 'gone' : 'gone_kept';
    return back(tracking, { tracked: null, answer, trackNotice: { code, typed: '' } }, '#check');
  }
  return act(tracking, stored, name);
}

/** Too many came from there: what was typed comes back, without the code, which is asked for anew. */
function giveTrackBack({ office: { directory }, posted }: Tracking, retryAfter: number): Response {
  const { fields, size } = posted;
  const own = (name: string): [string, string] => [name, fieldOf(fields, name)];
  const action = paths.trackSend(directory.id);
  const text = answerOf(posted);
  if (fieldOf(fields, 'act') !== 'open') {
    const shown: [string, string][] = text === '' ? [] : [[sentAgain.words, text]];
    return giveBack(
      'client',
      retryAfter,
      { directory, action, fields: ['act', 'after', 'text'].map(own), shown },
      size,
    );
  }
  const asked = [
    { name: 'ref', label: trackWords.ref, value: fieldOf(fields, 'ref'), type: 'text' },
    { name: 'code', label: trackWords.code, value: '', type: 'text' },
  ] as const;
  const button = trackWords.open;
  return giveBack('codes', retryAfter, { directory, action, fields: [own('act')], shown: [], asked, button }, size);
}
