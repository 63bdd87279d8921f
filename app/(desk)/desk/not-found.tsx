import Link from 'next/link';
import { paths } from '#lib/paths.ts';
import { deskWords } from '#lib/wording/desk.ts';

/** What is not there, or is not for this role: both look alike. */
export default function NotFound() {
  return (
    <div className="narrow">
      <h1>{deskWords.notFound}</h1>
      <p className="foot">
        <Link href={paths.desk.home}>{deskWords.home}</Link>
      </p>
    </div>
  );
}
