import { REF_PATTERN } from '../../reports/ref.ts';
import { IDEMPOTENCY_KEY } from '../reports/file.ts';
import { type ComponentName, DIRECTORY, jsonOf, pathParameter, problemsOf } from './openapi-parts.ts';

/** Refused to everybody who is not the report's reader, and to pages of other sites. */
const PERSONAL_PROBLEMS = [
  'foreign_origin',
  'unknown_parameter',
  'report_not_found',
  'too_many_requests',
  'store_unavailable',
] as const;
const BODY_PROBLEMS = ['content_too_large', 'request_timeout'] as const;
const JSON_PROBLEMS = [...BODY_PROBLEMS, 'unsupported_media_type'] as const;

const done = (component?: ComponentName) => ({
  description: 'Done.',
  headers: { 'Cache-Control': { schema: { const: 'no-store' } } },
  ...(component ? { content: jsonOf(component) } : {}),
});
const WITH_CODE = {
  security: [{ code: [] }],
  parameters: [
    pathParameter('ref', "A report's number, such as DL261122-0007.", { type: 'string', pattern: REF_PATTERN.source }),
  ],
};

/** The paths about reports, each for one person alone. */
export const reportPaths = {
  '/api/v1/directories/{directory}/reports': {
    post: {
      operationId: 'fileReport',
      summary: 'Report a delivery problem; the same key and body again give the same answer',
      parameters: [
        DIRECTORY,
        {
          name: 'Idempotency-Key',
          in: 'header',
          required: true,
          description: 'Made anew for each report. The code is derived from it: take a random one and tell nobody.',
          schema: { type: 'string', pattern: IDEMPOTENCY_KEY.source },
        },
      ],
      requestBody: { required: true, content: jsonOf('Report') },
      responses: {
        '201': done('ReportReceipt'),
        '200': done('ReportReceipt'),
        ...problemsOf([
          'foreign_origin',
          'unknown_parameter',
          'directory_not_found',
          'reports_closed',
          'idempotency_key_invalid',
          'idempotency_key_reused',
          'report_invalid',
          'too_many_requests',
          'store_unavailable',
          ...JSON_PROBLEMS,
        ]),
      },
    },
  },
  '/api/v1/reports/{ref}': {
    get: {
      operationId: 'readReport',
      summary: 'How a report stands',
      ...WITH_CODE,
      responses: { '200': done('ReportView'), ...problemsOf(PERSONAL_PROBLEMS) },
    },
    delete: {
      operationId: 'eraseReport',
      summary: 'Erase all that was typed; the code ends with it',
      ...WITH_CODE,
      responses: { '204': done(), ...problemsOf([...PERSONAL_PROBLEMS, ...BODY_PROBLEMS]) },
    },
  },
  '/api/v1/reports/{ref}/events': {
    post: {
      operationId: 'moveReport',
      summary: 'What the reader says to it',
      ...WITH_CODE,
      requestBody: { required: true, content: jsonOf('ReportStep') },
      responses: {
        '200': done('ReportView'),
        ...problemsOf([
          ...PERSONAL_PROBLEMS,
          'report_invalid',
          'report_moved_on',
          'report_move_refused',
          ...JSON_PROBLEMS,
        ]),
      },
    },
  },
};
