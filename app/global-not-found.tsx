import { NotFoundPage } from './(reader)/parts/NotFoundPage.tsx';

/** Any address that leads nowhere. Built once: the front sends it for every 404 of the readers' pages. */
export default function GlobalNotFound() {
  return <NotFoundPage />;
}
