import type { Route } from 'next';
import Link from 'next/link';
import { importWords } from '#lib/wording/editions.ts';
import { DeskForm } from '../../../parts/DeskForm.tsx';
import { Field, Submit } from '../../../parts/fields.tsx';
import { Notice, SignInAgain } from '../../../parts/Outcome.tsx';
import { GivenFile, Paste } from './given.tsx';

const words = importWords.begin;

interface BeginFormProps {
  directory: string;
  areaCode: string;
  /** Of the city: none is in force that it could be taken from. */
  isFirst: boolean;
  cancel: Route;
}

/** Two equal ways in, and what the notice says of itself. */
export function BeginForm({ directory, areaCode, isFirst, cancel }: BeginFormProps) {
  return (
    <DeskForm action="import-begin" directory={directory} className="begin" hasFile>
      <Notice isLoud />
      <SignInAgain />
      <div className="ways">
        <GivenFile />
        <Paste />
      </div>
      <section className="notice-facts">
        <h2>{words.notice}</h2>
        <div>
          <Field name="title" label={words.title} hint={words.titleHint} maxLength={100} />
        </div>
        <div>
          <Field name="from" label={words.from} hint={words.fromHint} inputMode="numeric" placeholder="2026-12-01" />
        </div>
        <div>
          <Field
            name="areaCode"
            label={words.areaCode}
            hint={isFirst ? words.areaCodeOfCity : words.areaCodeHint}
            value={areaCode}
            inputMode="numeric"
          />
        </div>
      </section>
      <div className="foot-bar">
        <p className="hint">{words.kept}</p>
        <Link className="button" href={cancel}>
          {words.cancel}
        </Link>
        <Submit className="strong">{importWords.next('columns')}</Submit>
      </div>
    </DeskForm>
  );
}
