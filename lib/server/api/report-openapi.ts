import { REF_PATTERN } from '../../reports/ref.ts';
import { IDEMPOTENCY_KEY } from '../reports/file.ts';
import { type ComponentName, directoryParameter, jsonOf, problemsOf } from './openapi-parts.ts';
import type { ProblemCode } from './problems.ts';

const refParameter = () => ({
  name: 'ref',
  in: 'path',
  required: true,
  description: "A report's number, such as BD261122-0007.",
  schema: { type: 'string', pattern: REF_PATTERN.source },
});

/** Refused to everybody who is not the report's reader, and to pages of other sites. */
const PERSONAL_PROBLEMS = ['foreign_origin', 'unknown_parameter', 'report_not_found', 'too_many_requests'] as const;
const BODY_PROBLEMS = ['malformed_request', 'content_too_large', 'unsupported_media_type', 'request_timeout'] as const;
const NO_STORE = { 'Cache-Control': { schema: { const: 'no-store' } } };

function personalOperation(
  operationId: string,
  summary: string,
  given: Readonly<Record<string, ComponentName | null>>,
  codes: readonly ProblemCode[],
  taken?: ComponentName,
) {
  const answers = Object.entries(given).map(([status, component]) => [
    status,
    { description: 'Done.', headers: NO_STORE, ...(component ? { content: jsonOf(component) } : {}) },
  ]);
  return {
    operationId,
    summary,
    ...(taken ? { requestBody: { required: true, content: jsonOf(taken) } } : {}),
    responses: { ...Object.fromEntries(answers), ...problemsOf(codes) },
  };
}

const WITH_CODE = { security: [{ code: [] }], parameters: [refParameter()] };

/** The paths about reports, each for one person alone. */
export const reportPaths = {
  '/api/v1/directories/{directory}/reports': {
    post: {
      ...personalOperation(
        'fileReport',
        'Report a delivery problem; the same key and body again give the same answer',
        { '201': 'ReportReceipt', '200': 'ReportReceipt' },
        [
          'foreign_origin',
          'unknown_parameter',
          'directory_not_found',
          'reports_closed',
          'idempotency_key_invalid',
          'idempotency_key_reused',
          'report_invalid',
          'too_many_requests',
          ...BODY_PROBLEMS,
        ],
        'Report',
      ),
      parameters: [
        directoryParameter(),
        {
          name: 'Idempotency-Key',
          in: 'header',
          required: true,
          description: 'Made anew for each report. The code is derived from it: take a random one and tell nobody.',
          schema: { type: 'string', pattern: IDEMPOTENCY_KEY.source },
        },
      ],
    },
  },
  '/api/v1/reports/{ref}': {
    get: {
      ...personalOperation('readReport', 'How a report stands', { '200': 'ReportView' }, PERSONAL_PROBLEMS),
      ...WITH_CODE,
    },
    delete: {
      ...personalOperation(
        'eraseReport',
        'Erase all that was typed; the code ends with it',
        { '204': null },
        PERSONAL_PROBLEMS,
      ),
      ...WITH_CODE,
    },
  },
  '/api/v1/reports/{ref}/events': {
    post: {
      ...personalOperation(
        'moveReport',
        'What the reader says to it',
        { '200': 'ReportView' },
        [...PERSONAL_PROBLEMS, 'report_invalid', 'report_moved_on', 'report_move_refused', ...BODY_PROBLEMS],
        'ReportStep',
      ),
      ...WITH_CODE,
    },
  },
};
