import { type Decision, decisionSchema } from '#lib/directory/decision.ts';
import { logExport } from '#lib/server/desk/log-export.ts';
import { getDesk } from '#lib/server/desk.ts';
import { requireDownload } from '#lib/server/session.ts';

export const COLUMNS = Object.keys(decisionSchema.shape) as (keyof Decision)[];

const TYPES = { csv: 'text/csv; charset=utf-8', json: 'application/json' } as const;

/** A download of the history, for editors. */
export async function answerHistory(
  request: Request,
  format: keyof typeof TYPES,
  write: (history: readonly Decision[]) => string,
): Promise<Response> {
  const staff = await requireDownload(request, 'flags');
  if (staff instanceof Response) return staff;
  const { directory: id } = staff;
  const file = `${id}-decisions.${format}`;
  await logExport(staff, file);
  const { store } = await getDesk();
  return new Response(write(await store.decisions.list(id)), {
    headers: {
      'content-type': TYPES[format],
      'content-disposition': `attachment; filename="${file}"`,
      'cache-control': 'no-store',
    },
  });
}
