import { fold } from '../../reports/fold.ts';
import { type Fault, MOST_FAULTS, wordsFault } from '../../reports/form.ts';
import { nextStep } from '../../reports/next.ts';
import { readerTimeline } from '../../reports/timeline.ts';
import type { StoredReport } from '../../store/reports.ts';
import { problemDetails } from '../../wording/api.ts';
import { FAULT, STEP_REFUSAL, timelineText } from '../../wording/reports.ts';
import { clientAddressOf } from '../origin.ts';
import { fileReport, IDEMPOTENCY_KEY } from '../reports/file.ts';
import { hmac } from '../reports/hmac.ts';
import { openReportOffice, type ReportOffice } from '../reports/office.ts';
import { readerHappening, readerWords, seenBy } from '../reports/reader-view.ts';
import { eraseReport, findByCode, stepReport } from '../reports/track.ts';
import { getStore } from '../store.ts';
import { readJsonBody } from './body.ts';
import { isId } from './parameters.ts';
import { Problem, TooMany } from './problems.ts';
import { type ReportView, reportStepSchema } from './report-records.ts';
import { answerPersonal } from './route.ts';

async function requireOffice(directory: string): Promise<ReportOffice> {
  const office = isId(directory) ? await openReportOffice(directory) : null;
  if (!office) throw new Problem('directory_not_found', problemDetails.notFound);
  return office;
}

/** JSON Pointer of a fault; '' is the whole body. */
const pointerOf = ({ field, index }: Fault) =>
  field === '' ? '' : `/${field.replaceAll('~', '~0').replaceAll('/', '~1')}${index === undefined ? '' : `/${index}`}`;

function invalid(faults: readonly Fault[]): Problem {
  const errors = faults.map((fault) => ({ pointer: pointerOf(fault), code: fault.code, detail: FAULT[fault.code] }));
  return new Problem('report_invalid', problemDetails.reportInvalid, undefined, { errors });
}

/** Files a report: 201 the first time, 200 with the same body for the same request again. */
export async function postReport(request: Request, directory: string): Promise<Response> {
  const office = await requireOffice(directory);
  const key = request.headers.get('idempotency-key') ?? '';
  if (!IDEMPOTENCY_KEY.test(key)) throw new Problem('idempotency_key_invalid', problemDetails.idempotencyKey);
  const typed = await readJsonBody(request);
  const sender = { by: { role: 'reader', name: null }, address: clientAddressOf(request.headers) } as const;
  const result = await fileReport(office, typed, key, sender);
  if (result.ok) return answerPersonal(result.receipt, result.again ? 200 : 201);
  switch (result.reason) {
    case 'closed':
      throw new Problem('reports_closed', problemDetails.reportsClosed);
    case 'key_reused':
      throw new Problem('idempotency_key_reused', problemDetails.idempotencyKeyReused);
    case 'too_many':
      throw new TooMany(result.retryAfter);
    case 'faults':
      throw invalid(result.faults);
  }
}

/** @throws Problem `report_not_found` for every pair that is not a report's number and its code */
async function requireReport(request: Request, ref: string): Promise<{ office: ReportOffice; stored: StoredReport }> {
  const code = /^Code (.+)$/i.exec(request.headers.get('authorization') ?? '')?.[1] ?? '';
  const typed = { ref, code, address: clientAddressOf(request.headers) };
  const found = await findByCode({ store: await getStore(), hmac }, typed, new Date().toISOString());
  if (found.found) return { office: await requireOffice(found.stored.directory), stored: found.stored };
  if (found.reason === 'too_many') throw new TooMany(found.retryAfter, problemDetails.tooManyCodes);
  throw new Problem('report_not_found', problemDetails.reportNotFound);
}

/** A report as its reader sees it. */
function viewReport({ directory, attendance, calendar }: ReportOffice, stored: StoredReport): ReportView {
  const report = fold(stored.events);
  const names = new Map(directory.stations.map(({ id, name }) => [id, name.value ?? '']));
  return {
    ref: stored.ref,
    station: report.station,
    kind: report.kind,
    status: report.state,
    next: nextStep(report, attendance, directory.service, calendar),
    timeline: readerTimeline(stored.events).map((entry) => ({
      seq: entry.event.seq,
      type: entry.event.type,
      at: entry.event.at,
      by: entry.side,
      text: timelineText(entry, names, readerWords(stored, entry)),
    })),
  };
}

export async function getReport(request: Request, ref: string): Promise<Response> {
  const { office, stored } = await requireReport(request, ref);
  return answerPersonal(viewReport(office, stored), 200);
}

export async function deleteReport(request: Request, ref: string): Promise<Response> {
  const { office, stored } = await requireReport(request, ref);
  await eraseReport(office, stored);
  return new Response(null, { status: 204, headers: { 'cache-control': 'no-store' } });
}

export async function postReportEvent(request: Request, ref: string): Promise<Response> {
  const { office, stored } = await requireReport(request, ref);
  const parsed = reportStepSchema.safeParse(await readJsonBody(request));
  if (!parsed.success) {
    const faults = parsed.error.issues.flatMap((issue): Fault[] =>
      issue.code === 'unrecognized_keys'
        ? issue.keys.map((field) => ({ field, code: 'unknown_field' }))
        : [{ field: String(issue.path[0] ?? ''), code: 'not_text' }],
    );
    throw invalid(faults.slice(0, MOST_FAULTS));
  }
  const { type, after, text } = parsed.data;
  const fault = text === undefined ? null : wordsFault(text);
  if (fault) throw invalid([{ field: 'text', code: fault }]);
  const step = { happening: readerHappening(office, stored, type), text, after: seenBy(stored, after) };
  const result = await stepReport(office, stored, step, { role: 'reader', name: null });
  if (result.ok) return answerPersonal(viewReport(office, result.stored), 200);
  if (result.reason === 'needs_text') throw invalid([{ field: 'text', code: 'words_needed' }]);
  const current = viewReport(office, result.stored);
  if (result.reason === 'stale') throw new Problem('report_moved_on', problemDetails.movedOn, undefined, { current });
  throw new Problem('report_move_refused', STEP_REFUSAL[result.reason], undefined, { current });
}
