import { factorWords } from '#lib/wording/second-factor.ts';
import { CODE_FIELD } from '../../../parts/code-field.ts';
import { DeskForm } from '../../../parts/DeskForm.tsx';
import { Field, Submit } from '../../../parts/fields.tsx';
import { Notice, SaidOf, SignInAgain } from '../../../parts/Outcome.tsx';

const words = factorWords;
const PASSWORD = { name: 'password', type: 'password', autoComplete: 'current-password', required: true } as const;

/** The password is asked for before a key is shown. @param isAgain whether one is shown already */
export function BeginForm({ isAgain }: { isAgain: boolean }) {
  return (
    <DeskForm action="begin-factor" className="stack panel">
      <h2>{isAgain ? words.begin.again : words.begin.heading}</h2>
      <SaidOf actions={['end-factor']} />
      <Notice />
      <SignInAgain />
      {!isAgain && <p className="hint">{words.begin.hint}</p>}
      <Field id="begin-password" label={words.begin.password} {...PASSWORD} />
      <Submit className={isAgain ? undefined : 'main'}>{isAgain ? words.begin.again : words.begin.button}</Submit>
    </DeskForm>
  );
}

interface ConfirmFormProps {
  qr: { size: number; path: string };
  /** In groups, for typing. */
  groups: readonly string[];
}

/** The key as a QR code and in letters, and the first code that shows that the phone has it. */
export function ConfirmForm({ qr, groups }: ConfirmFormProps) {
  return (
    <DeskForm action="confirm-factor" className="stack panel confirm-factor">
      <h2>{words.confirm.heading}</h2>
      <svg viewBox={`0 0 ${qr.size} ${qr.size}`} role="img" aria-label={words.confirm.qr}>
        <path d={qr.path} />
      </svg>
      <p>{words.confirm.byHand}</p>
      <p className="key">
        <code>{groups.join(' ')}</code>
      </p>
      <Notice />
      <SignInAgain />
      <Field
        id="confirm-code"
        name="password-code"
        label={words.confirm.label}
        hint={words.confirm.hint}
        {...CODE_FIELD}
        required
      />
      <p className="hint">{words.confirm.others}</p>
      <Submit className="main">{words.confirm.button}</Submit>
    </DeskForm>
  );
}

export function RenewForm() {
  return (
    <DeskForm action="renew-codes" className="stack panel">
      <h2>{words.codes.renew}</h2>
      <p className="hint">{words.codes.renewHint}</p>
      <Notice />
      <SignInAgain />
      <Field id="renew-password" label={words.codes.password} {...PASSWORD} />
      <Submit>{words.codes.button}</Submit>
    </DeskForm>
  );
}

/** @param isRequired by somebody's role: then it stays on */
export function EndForm({ isRequired }: { isRequired: boolean }) {
  if (isRequired)
    return (
      <section className="panel">
        <h2>{words.end.heading}</h2>
        <p>{words.end.required}</p>
      </section>
    );
  return (
    <DeskForm action="end-factor" className="stack panel">
      <h2>{words.end.heading}</h2>
      <Notice />
      <SignInAgain />
      <Field id="end-password" label={words.end.password} {...PASSWORD} />
      <Field
        id="end-code"
        name="password-code"
        label={words.end.code}
        hint={words.end.codeHint}
        {...CODE_FIELD}
        required
      />
      <Submit className="away">{words.end.button}</Submit>
    </DeskForm>
  );
}
