import { notFound } from 'next/navigation';

/** Any other address of the desk: the desk's own "not found", since the readers' one has no styles under its policy. */
export default function UnknownDeskPage(): never {
  notFound();
}
