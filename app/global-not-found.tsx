import { Document } from './(reader)/parts/Document.tsx';
import { NotFoundContent } from './(reader)/parts/NotFoundContent.tsx';

/** Any address that leads nowhere. Built once: the front sends it for every 404 of the readers' pages. */
export default function GlobalNotFound() {
  return (
    <Document size="100">
      <NotFoundContent size="100" />
    </Document>
  );
}
