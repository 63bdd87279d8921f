'use client';

import type { Route } from 'next';
import { deskWords } from '#lib/wording/desk.ts';
import { placeDeskWords } from '#lib/wording/places.ts';
import { DeskForm, useForm } from '../../parts/DeskForm.tsx';
import { Choices, Field, type Option, Submit } from '../../parts/fields.tsx';
import { Newer } from '../../parts/Newer.tsx';
import { Notice, SignInAgain } from '../../parts/Outcome.tsx';
import { useOutcome } from '../../parts/Outcomes.tsx';

const words = placeDeskWords.form;
const HOW = (['called', 'official', 'station'] as const).map((value) => ({ value, text: deskWords.how[value] }));

interface AliasFormProps {
  /** What readers typed. */
  text: string;
  directory: string;
  /** Where the form stands. */
  address: Route;
  /** The last row of the history that the page shows. */
  seen: number;
  /** Stations, and behind them the divisions in which it may lie. */
  options: readonly Option[];
  isOpen: boolean;
}

/** What a place is: another name of a station, or something that lies in a division. It stays where a colleague was quicker, while what was typed could not be saved. */
export function AliasForm({ text, directory, address, seen, options, isOpen }: AliasFormProps) {
  const { outcome } = useOutcome('add-alias', text);
  if (!isOpen && (!outcome || outcome.kind === 'done')) return <p className="hint">{words.done}</p>;
  return (
    <DeskForm action="add-alias" of={text} directory={directory} back={address} className="decision">
      <h2>{words.heading(text)}</h2>
      <Notice isLoud />
      <Newer seen={seen} />
      <Field
        name="station"
        label={words.station}
        hint={words.stationHint}
        options={[{ value: '', text: words.chooseStation }, ...options]}
      />
      <Field name="alias" label={words.alias} hint={words.aliasHint} value={text} />
      <Choices name="how" legend={words.how} options={HOW} />
      <Field name="reason" label={words.reason} rows={2} />
      <SignInAgain />
      <Save />
    </DeskForm>
  );
}

function Save() {
  const { outcome, isSending } = useForm();
  const text = outcome?.shown.newer ? words.saveAfter : words.save;
  return <Submit className="main">{isSending ? words.saving : text}</Submit>;
}
