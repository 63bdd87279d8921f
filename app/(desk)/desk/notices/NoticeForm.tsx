'use client';

import type { Route } from 'next';
import Link from 'next/link';
import { type FormEvent, useState } from 'react';
import { NOTICE_CAUSES, NOTICE_KINDS, NOTICE_SCOPES } from '#lib/reports/notices.ts';
import { noticeDeskWords as words } from '#lib/wording/notices.ts';
import { DeskForm, useForm } from '../../parts/DeskForm.tsx';
import { Choice, Choices, Fault, Field, Submit } from '../../parts/fields.tsx';
import { Notice, SignInAgain } from '../../parts/Outcome.tsx';
import { type DraftNotice, draftOf } from './draft.ts';
import { Preview } from './Preview.tsx';

/** Districts with their stations, in printed order; stations under no district last, under ''. */
export interface NoticePlaces {
  id: string;
  label: string;
  stations: readonly { id: string; name: string }[];
}

interface NoticeFormProps {
  directory: string;
  city: string;
  places: readonly NoticePlaces[];
  /** What stands there first. */
  draft: DraftNotice;
  /** Papers that were named before. */
  papers: readonly string[];
  /** The notice that is changed, and its last event; null for a new one. */
  changing: { of: string; after: string; heading: string; isOver: boolean } | null;
  /** The page without it. */
  stop: Route;
  now: string;
}

/** The one form of the page: a new notice, or a change of one. Beside it stands what readers will see. */
export function NoticeForm({ changing, directory, ...parts }: NoticeFormProps) {
  const isChange = changing !== null && !changing.isOver;
  return (
    <DeskForm
      action={isChange ? 'change-notice' : 'publish-notice'}
      // What is over comes back as a new one, with what was typed.
      {...(changing && { of: changing.of })}
      {...(changing?.isOver && { also: 'change-notice' })}
      {...{ directory }}
      id="write"
      className="notice-form"
    >
      <Written {...{ ...parts, changing, isChange }} />
    </DeskForm>
  );
}

type WrittenProps = Omit<NoticeFormProps, 'directory'> & { isChange: boolean };

/** The fields and what they make. Where a page was loaded anew it begins with what was typed. */
function Written({ city, places, draft, papers, changing, isChange, stop, now }: WrittenProps) {
  const typed = useForm().outcome?.typed;
  const [written, setWritten] = useState(draft);
  const first =
    typed && Object.keys(typed).length > 0 && written === draft ? draftOf(new Map(Object.entries(typed))) : written;
  const follow = ({ currentTarget }: FormEvent<HTMLElement>) => {
    const form = currentTarget.closest('form');
    if (form) setWritten(draftOf(fieldsOf(form)));
  };
  return (
    <div className="written" onInput={follow}>
      <div className="fields">
        <h2>
          {isChange ? changing?.heading : words.write}
          {changing && <Link href={stop}>{words.stopChanging}</Link>}
        </h2>
        <Problems />
        {isChange && <After after={changing?.after ?? ''} />}
        <What draft={draft} papers={papers} />
        <Where draft={draft} places={places} />
        <Why draft={draft} />
        <When draft={draft} />
        <div className="line">
          <Field name="office" label={words.fields.office} hint={words.hints.office} value={draft.office} />
        </div>
      </div>
      <div className="aside">
        <div className="send">
          <h2>{words.send}</h2>
          <p>{words.where}</p>
          <SignInAgain />
          <SendButton isChange={isChange} />
          <p className="hint">{words.soon}</p>
        </div>
        <Preview {...{ city, places, now }} draft={first} />
      </div>
    </div>
  );
}

/** What stands in a form, by name. */
function fieldsOf(form: HTMLFormElement): Map<string, string[]> {
  const typed = new FormData(form);
  return new Map([...new Set(typed.keys())].map((name) => [name, typed.getAll(name).map(String)]));
}

/** What was wrong, or that a colleague was quicker, with how it stands by now. */
function Problems() {
  const { outcome } = useForm();
  if (!outcome || outcome.kind === 'done') return null;
  const { newer } = outcome.shown;
  return (
    <>
      <Notice isLoud />
      {newer && (
        <p className="remark">
          {newer.said}
          <br />
          {words.conflictAgain}
        </p>
      )}
    </>
  );
}

function After({ after }: { after: string }) {
  return <input type="hidden" name="after" value={useForm().outcome?.shown.newer?.seen ?? after} />;
}

function SendButton({ isChange }: { isChange: boolean }) {
  const { isSending } = useForm();
  return <Submit className="main">{isSending ? words.saving : isChange ? words.save : words.show}</Submit>;
}

function What({ draft, papers }: { draft: DraftNotice; papers: readonly string[] }) {
  return (
    <>
      <div className="line">
        <Choices
          name="kind"
          legend={words.fields.kind}
          options={NOTICE_KINDS.map((value) => ({ value, text: words.kind[value] }))}
          chosen={draft.kind}
        />
      </div>
      <div className="line">
        <Field
          name="papers"
          label={words.fields.papers}
          hint={words.hints.papers}
          value={draft.papers}
          list="papers-before"
        />
        <datalist id="papers-before">
          {papers.map((name) => (
            <option key={name} value={name} />
          ))}
        </datalist>
      </div>
    </>
  );
}

/** The whole city, or ticked districts or stations. */
function Where({ draft, places }: { draft: DraftNotice; places: readonly NoticePlaces[] }) {
  return (
    <>
      <div className="line">
        <Choices
          name="scope"
          legend={words.fields.scope}
          options={NOTICE_SCOPES.map((value) => ({ value, text: words.scope[value] }))}
          chosen={draft.scope}
        />
      </div>
      <div className="line places">
        <Fault name="places" />
        <fieldset className="only-districts">
          <legend className="hidden">{words.fields.districts}</legend>
          {places.map(({ id, label }) =>
            id === '' ? null : (
              <Choice
                key={id}
                type="checkbox"
                name="district"
                value={id}
                text={label}
                chosen={draft.districts.includes(id)}
              />
            ),
          )}
        </fieldset>
        <fieldset className="only-stations">
          <legend className="hidden">{words.fields.stations}</legend>
          {places.map((place) => (
            <Stations key={place.id} place={place} draft={draft} />
          ))}
        </fieldset>
      </div>
    </>
  );
}

function Stations({ place: { label, stations }, draft }: { place: NoticePlaces; draft: DraftNotice }) {
  const typed = useForm().outcome?.typed.station ?? draft.stations;
  if (stations.length === 0) return null;
  return (
    <details open={stations.some(({ id }) => typed.includes(id))}>
      <summary>{words.stationsOf(label, stations.length)}</summary>
      <div>
        {stations.map(({ id, name }) => (
          <Choice key={id} type="checkbox" name="station" value={id} text={name} chosen={draft.stations.includes(id)} />
        ))}
      </div>
    </details>
  );
}

function Why({ draft }: { draft: DraftNotice }) {
  const causes = NOTICE_CAUSES.map((value) => ({ value, text: words.cause[value] }));
  return (
    <>
      <div className="line short">
        <Field
          name="cause"
          label={words.fields.cause}
          value={draft.cause}
          options={[{ value: '', text: words.noCause }, ...causes]}
        />
      </div>
      <div className="line short only-expected">
        <Field
          name="expected"
          label={words.fields.expected}
          hint={words.hints.expected}
          type="time"
          value={draft.expected}
        />
      </div>
      <div className="line">
        <Field name="text" label={words.fields.text} hint={words.hints.text} value={draft.text} />
      </div>
    </>
  );
}

function When({ draft }: { draft: DraftNotice }) {
  return (
    <>
      <div className="line short">
        <Field name="from" label={words.fields.from} type="datetime-local" value={draft.from} />
      </div>
      <div className="line short">
        <Field
          name="until"
          label={words.fields.until}
          hint={words.hints.span}
          type="datetime-local"
          value={draft.until}
        />
      </div>
    </>
  );
}
