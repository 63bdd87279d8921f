'use client';

import { deskWords } from '#lib/wording/desk.ts';
import { editWords } from '#lib/wording/edit.ts';
import { DeskForm, useForm } from '../../../parts/DeskForm.tsx';
import { Choice, Choices, Field, type Option, Submit } from '../../../parts/fields.tsx';
import { Notice, SignInAgain } from '../../../parts/Outcome.tsx';

const words = editWords.add;
const HOW = (['called', 'official', 'station'] as const).map((value) => ({ value, text: deskWords.how[value] }));

/** 添加发行站: its name, its district, its first number, and how all that is known. The rest is 编辑's. */
export function AddForm({ directory, districts }: { directory: string; districts: readonly Option[] }) {
  return (
    <DeskForm action="add-station" directory={directory} className="decision add-station">
      <Notice isLoud />
      <Field name="name-value" label={words.name} />
      <Field
        name="district-value"
        label={words.district}
        options={[{ value: '', text: words.chooseDistrict }, ...districts]}
      />
      <Field name="number-value" label={words.number} hint={editWords.hints.number} inputMode="tel" />
      <Shared />
      <Choices name="name-how" legend={editWords.how} options={HOW} />
      <Field name="name-reason" label={editWords.reason} rows={2} />
      <SignInAgain />
      <Send />
    </DeskForm>
  );
}

/** Offered once it was said that another station has the number. */
function Shared() {
  const fault = useForm().outcome?.faults['number-shared'];
  return fault ? <Choice type="checkbox" name="number-shared" text={editWords.shared} /> : null;
}

function Send() {
  const { isSending } = useForm();
  return <Submit className="main">{isSending ? editWords.saving : words.submit}</Submit>;
}
