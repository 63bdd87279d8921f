'use client';

import { cityFactsWords as words } from '#lib/wording/city-facts.ts';
import { deskWords } from '#lib/wording/desk.ts';
import { DeskForm, useForm } from '../../../parts/DeskForm.tsx';
import { Choices, Field, Submit } from '../../../parts/fields.tsx';
import { Newer } from '../../../parts/Newer.tsx';
import { Notice, SignInAgain } from '../../../parts/Outcome.tsx';

const HOW = (['called', 'official', 'station'] as const).map((value) => ({ value, text: deskWords.how[value] }));
const ACTIONS = (['check', 'correct'] as const).map((value) => ({ value, text: words.line.action[value] }));

interface FormProps {
  directory: string;
  /** The last row of the history that the page shows. */
  seen: number;
}

/** A field of words, with what it held when the page was drawn that somebody typed in. */
function Text({ field, label, hint, value }: { field: string; label: string; hint?: string; value: string }) {
  const was = `${field}-was`;
  return (
    <div>
      <Field name={`${field}-value`} label={label} {...(hint && { hint })} value={value} />
      <input type="hidden" name={was} value={useForm().outcome?.typed[was]?.[0] ?? value} />
    </div>
  );
}

function Save({ text }: { text: string }) {
  return <Submit className="main">{useForm().isSending ? words.saving : text}</Submit>;
}

interface LineFormProps extends FormProps {
  /** What readers are told, digits spaced, and how old it is. */
  digits: string;
  age: string;
  label: string;
  printed: string;
  /** Another number waits for a second person. */
  isWaiting: boolean;
}

/** 客服电话: the number, and whose it is. */
export function LineForm({ directory, seen, digits, age, label, printed, isWaiting }: LineFormProps) {
  return (
    <DeskForm action="set-city-line" directory={directory} className="stack panel decision">
      <h2>{words.line.heading}</h2>
      <Notice isLoud />
      <Newer seen={seen} />
      <p>
        {words.line.now} <b>{digits}</b> <small>{age}</small>
      </p>
      <p className="hint">{words.line.printed(printed)}</p>
      {isWaiting ? (
        <p className="hint">{words.waiting}</p>
      ) : (
        <>
          <Choices name="city_line-action" legend={words.line.legend} options={ACTIONS} />
          <div>
            <Field name="city_line-value" label={words.line.number} hint={words.line.numberHint} inputMode="tel" />
          </div>
          <Choices name="city_line-how" legend={words.how} options={HOW} />
        </>
      )}
      <Text field="city_line_name" label={words.line.name} hint={words.line.nameHint} value={label} />
      <div>
        <Field name="line-reason" label={words.reason} rows={2} />
      </div>
      <SignInAgain />
      <Save text={words.line.save} />
    </DeskForm>
  );
}

interface FactsFormProps extends FormProps {
  title: string;
  publisher: string;
  from: string;
}

/** What the notice says of itself. */
export function FactsForm({ directory, seen, title, publisher, from }: FactsFormProps) {
  return (
    <DeskForm action="set-facts" directory={directory} className="stack panel decision">
      <h2>{words.facts.heading}</h2>
      <p className="hint">{words.facts.lead}</p>
      <Notice isLoud />
      <Newer seen={seen} />
      <Text field="title" label={words.facts.title} value={title} />
      <Text field="publisher" label={words.facts.publisher} value={publisher} />
      <Text field="from" label={words.facts.from} hint={words.facts.fromHint} value={from} />
      <div>
        <Field name="facts-reason" label={words.reason} rows={2} />
      </div>
      <SignInAgain />
      <Save text={words.facts.save} />
    </DeskForm>
  );
}

/** Service numbers of a few digits that may be called in this city. */
export function CodesForm({ directory, seen, codes }: FormProps & { codes: readonly string[] }) {
  return (
    <DeskForm action="add-short-code" directory={directory} className="stack panel decision">
      <h2>{words.codes.heading}</h2>
      <p className="hint">{words.codes.lead}</p>
      <Notice isLoud />
      <Newer seen={seen} />
      <p>
        {codes.length === 0 ? words.codes.none : words.codes.listed} <b>{codes.join('、')}</b>
      </p>
      <div>
        <Field name="short_code-value" label={words.codes.number} inputMode="tel" />
      </div>
      <Choices name="short_code-how" legend={words.how} options={HOW} />
      <div>
        <Field name="code-reason" label={words.reason} rows={2} />
      </div>
      <SignInAgain />
      <Save text={words.codes.save} />
    </DeskForm>
  );
}
