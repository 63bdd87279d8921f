import { postReportEvent } from '#lib/server/api/reports.ts';
import { personalRoute } from '#lib/server/api/route.ts';

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = personalRoute<{ ref: string }>({
  POST: (request, { ref }) => postReportEvent(request, ref),
});
