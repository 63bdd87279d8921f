import { connection } from 'next/server';

/** For what watches over the process: it answers, so it is up. */
export async function GET(): Promise<Response> {
  await connection();
  return Response.json({ status: 'ok' }, { headers: { 'cache-control': 'no-store' } });
}
