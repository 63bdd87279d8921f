import { paths } from '#lib/paths.ts';
import { rememberWords } from '#lib/wording/report-pages.ts';
import { Phrases } from './Phrases.tsx';

interface RememberProps {
  directory: string;
  isRemembered: boolean;
  /** Of the report on the receipt; else of the one that is open on the tracking page. */
  receipt?: true;
}

/** 在这台手机上记住, and 不记了 once it is. Nothing is remembered that was not asked for. */
export function Remember({ directory, isRemembered, receipt }: RememberProps) {
  const { remember, hint, remembered, forget } = rememberWords;
  return (
    <form className="remember" id="remembered" method="post" action={paths.trackSend(directory)}>
      {receipt && <input type="hidden" name="of" value="receipt" />}
      {isRemembered ? (
        <>
          <p role="status">{remembered}</p>
          <button className="quiet" type="submit" name="act" value="forget">
            <span>{forget}</span>
          </button>
        </>
      ) : (
        <>
          <button className="btn wide-button" type="submit" name="act" value="remember">
            {remember}
          </button>
          <p className="note">
            <Phrases parts={hint} />
          </p>
        </>
      )}
    </form>
  );
}
