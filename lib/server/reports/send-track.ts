import { paths } from '../../paths.ts';
import { wordsFault } from '../../reports/form.ts';
import { EMPTY_DRAFT, type ReportDraft } from '../../reports/typed-form.ts';
import { secretSlip } from '../../reports/typed-secret.ts';
import type { StoredReport } from '../../store/reports.ts';
import { trackWords } from '../../wording/report-pages.ts';
import { sentAgain } from '../../wording/sent-again.ts';
import { lettersOf } from '../ref-letters.ts';
import { giveBack } from '../sent-again.ts';
import { keepDraft, keepDraftAnew, readDraft, TooManyDrafts } from './drafts.ts';
import { fieldOf, leadTo, type Posted } from './form-route.ts';
import { hmac } from './hmac.ts';
import { openReportOffice, type ReportOffice } from './office.ts';
import { READER_EVENTS, readerHappening, seenBy } from './reader-view.ts';
import { findRemembered, forgetReport, forgottenCookie, rememberReport } from './remembered.ts';
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

/** Opens a report to this browser for an hour. */
async function openTo({ office, posted, draft }: Tracking, ref: string): Promise<Response> {
  const { id } = office.directory;
  const opened = { ...draft, trackNotice: null, tracked: ref };
  return leadTo(paths.track(id), await keepDraftAnew(posted, id, opened));
}

/** Longer than a number or a code with a gap after each of its characters: the rest was not typed by hand. */
const LONGEST = 100;

/** Number and code were typed. What was wrong is said, and both stay in their fields. */
async function open(tracking: Tracking): Promise<Response> {
  const { office, posted } = tracking;
  const { fields, address } = posted;
  const typed = { ref: fieldOf(fields, 'ref'), code: fieldOf(fields, 'code'), address };
  const kept = { typed: typed.ref.slice(0, LONGEST), secret: typed.code.trim().slice(0, LONGEST) || undefined };
  const say = (code: string) => back(tracking, { tracked: null, trackNotice: { code, ...kept } }, '#check');
  // Nothing was guessed: what is left empty is asked for, what can be no code is a slip, and neither counts as an attempt.
  if (!(typed.ref.trim() && typed.code.trim())) return say('missing');
  if (secretSlip(typed.code) !== null) return say('slip');
  const asked = { ...typed, letters: lettersOf(office.directory) };
  const found = await findByCode({ store: office.store, hmac }, asked, office.now);
  if (found.found && found.stored.directory === office.directory.id) return openTo(tracking, found.stored.ref);
  if (!found.found && found.reason === 'too_many') return giveTrackBack(tracking, found.retryAfter);
  return say(found.found ? 'elsewhere' : 'unknown');
}

/** A report that this phone has at hand was touched. A token that nobody gave out is forgotten, and no more is said. */
async function openRemembered(tracking: Tracking): Promise<Response> {
  const { office, posted } = tracking;
  const remembered = await findRemembered(office, posted.remembered);
  const ref = fieldOf(posted.fields, 'ref');
  if (remembered.some((stored) => stored.ref === ref)) return openTo(tracking, ref);
  const cookies = remembered.length === 0 ? [forgottenCookie(office)] : [];
  return leadTo(paths.track(office.directory.id), ...cookies);
}

/** 不记了, for all that this phone has at hand. */
async function forgetAll({ office, posted, draft }: Tracking): Promise<Response> {
  const { id } = office.directory;
  const cookie = await forgetReport(office, posted.remembered, null);
  const filed = draft.filed && { ...draft.filed, remembered: false };
  const kept = filed === null ? [] : [await keepDraft(posted, id, { ...draft, filed })];
  return leadTo(paths.track(id), ...kept, ...(cookie === null ? [] : [cookie]));
}

/** 在这台手机上记住 and 不记了, of the report on the receipt or of the one that is open here. */
async function remember(tracking: Tracking, stored: StoredReport, name: 'remember' | 'forget'): Promise<Response> {
  const { office, posted, draft } = tracking;
  const { id } = office.directory;
  const isKept = name === 'remember';
  const cookie = await (isKept ? rememberReport : forgetReport)(office, posted.remembered, stored.ref);
  const filed = draft.filed?.ref === stored.ref ? { ...draft.filed, remembered: isKept } : draft.filed;
  const kept = await keepDraft(posted, id, { ...draft, trackNotice: null, filed });
  const page = isReceipt(posted) ? paths.reportDone(id) : paths.track(id);
  return leadTo(`${page}#remembered`, kept, ...(cookie === null ? [] : [cookie]));
}

const isReceipt = ({ fields }: Posted) => fieldOf(fields, 'of') === 'receipt';

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
  if (name === 'mine') return openRemembered(tracking);
  if (name === 'forget_all') return forgetAll(tracking);
  const { tracked, filed } = tracking.draft;
  const ref = isReceipt(posted) ? (filed?.ref ?? null) : tracked;
  const stored = ref === null ? null : await tracking.office.store.reports.find(ref);
  if (!stored?.secretHash) {
    const answer = answerOf(posted);
    const code = answer === '' ? 'gone' : 'gone_kept';
    return back(tracking, { tracked: null, answer, trackNotice: { code, typed: '' } }, '#check');
  }
  if (name === 'remember' || name === 'forget') return remember(tracking, stored, name);
  return act(tracking, stored, name);
}

/** Too many came from there: what was typed comes back, the code in its field. */
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
    { name: 'code', label: trackWords.code, value: fieldOf(fields, 'code'), type: 'text' },
  ] as const;
  const button = trackWords.open;
  return giveBack('codes', retryAfter, { directory, action, fields: [own('act')], shown: [], asked, button }, size);
}
