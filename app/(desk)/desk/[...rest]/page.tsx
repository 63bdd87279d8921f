import { notFound } from 'next/navigation';
import { requirePage } from '#lib/server/session.ts';

/** An address that no page of the desk has: the desk says so itself. The readers' page would need a style it forbids. */
export default async function UnknownPage({ params }: PageProps<'/desk/[...rest]'>) {
  const { rest } = await params;
  await requirePage(`/desk/${rest.join('/')}`, 'unknown');
  return notFound();
}
