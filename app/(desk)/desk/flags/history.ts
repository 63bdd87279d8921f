import { type Decision, decisionSchema } from '#lib/directory/decision.ts';
import { getDesk } from '#lib/server/desk.ts';
import { deskDirectoryId } from '#lib/server/review.ts';
import { requireDownloadRole } from '#lib/server/session.ts';

export const COLUMNS = Object.keys(decisionSchema.shape) as (keyof Decision)[];

const TYPES = { csv: 'text/csv; charset=utf-8', json: 'application/json' } as const;

/** A download of the history, for editors. */
export async function answerHistory(
  request: Request,
  format: keyof typeof TYPES,
  write: (history: readonly Decision[]) => string,
): Promise<Response> {
  const staff = await requireDownloadRole(request, 'flags');
  if (staff instanceof Response) return staff;
  const id = await deskDirectoryId(new URL(request.url).searchParams.get('directory') ?? undefined);
  if (id === null) return new Response(null, { status: 404 });
  const { store } = await getDesk();
  return new Response(write(await store.decisions.list(id)), {
    headers: {
      'content-type': TYPES[format],
      'content-disposition': `attachment; filename="${id}-decisions.${format}"`,
      'cache-control': 'no-store',
    },
  });
}
