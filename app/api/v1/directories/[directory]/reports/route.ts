import { postReport } from '#lib/server/api/reports.ts';
import { personalRoute } from '#lib/server/api/route.ts';

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = personalRoute<{ directory: string }>({
  POST: (request, { directory }) => postReport(request, directory),
});
