import { DirectoryHome } from '../parts/DirectoryHome.tsx';
import { directoryOrNotFound } from '../parts/find-directory.ts';
import { queryOf } from '../parts/query.ts';

/** A directory's home; with `?q=` what was found. */
export default async function DirectoryPage({ params, searchParams }: PageProps<'/[directory]'>) {
  const directory = await directoryOrNotFound((await params).directory);
  return <DirectoryHome directory={directory} query={await queryOf(searchParams)} />;
}
