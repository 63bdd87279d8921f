import { personalRoute } from '#lib/server/api/personal-route.ts';
import { postReportEvent } from '#lib/server/api/reports.ts';

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = personalRoute<{ ref: string }>({
  POST: (request, { ref }) => postReportEvent(request, ref),
});
