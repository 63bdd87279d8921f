import { DirectoryHome } from '../parts/DirectoryHome.tsx';
import { directoryOrNotFound } from '../parts/find-directory.ts';
import { queryOf, type SearchParams } from '../parts/query.ts';

/** A directory's home; with `?q=` what was found. */
export default async function DirectoryPage({
  params,
  searchParams,
}: {
  params: Promise<{ directory: string }>;
  searchParams: SearchParams;
}) {
  const directory = await directoryOrNotFound((await params).directory);
  return <DirectoryHome directory={directory} query={await queryOf(searchParams)} />;
}
