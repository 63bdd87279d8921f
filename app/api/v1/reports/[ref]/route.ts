import { personalRoute } from '#lib/server/api/personal-route.ts';
import { deleteReport, getReport } from '#lib/server/api/reports.ts';

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = personalRoute<{ ref: string }>({
  GET: (request, { ref }) => getReport(request, ref),
  DELETE: (request, { ref }) => deleteReport(request, ref),
});
