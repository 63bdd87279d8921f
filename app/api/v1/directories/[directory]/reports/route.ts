import { personalRoute } from '#lib/server/api/personal-route.ts';
import { postReport } from '#lib/server/api/reports.ts';

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = personalRoute<{ directory: string }>({
  POST: (request, { directory }) => postReport(request, directory),
});
