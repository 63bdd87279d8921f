import { deleteReport, getReport } from '#lib/server/api/reports.ts';
import { personalRoute } from '#lib/server/api/route.ts';

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = personalRoute<{ ref: string }>({
  GET: (request, { ref }) => getReport(request, ref),
  DELETE: (request, { ref }) => deleteReport(request, ref),
});
