import Link from 'next/link';
import { shortTime } from '#lib/wording/desk.ts';
import { importWords } from '#lib/wording/editions.ts';
import { Field, Submit } from '../../../../../parts/fields.tsx';
import { StepForm } from './StepForm.tsx';
import { type StepProps, stepAddress } from './step.ts';

const words = importWords.publish;

interface HandOverProps extends StepProps {
  me: string;
  editors: number;
  /** How many matches nobody has decided. */
  open: number;
}

/** Who publishes: oneself where nobody else could look, else another editor, who may give it back. */
export function HandOver(props: HandOverProps) {
  const { state, me, editors, open } = props;
  const { handedOver } = state.body;
  const after = <input type="hidden" name="after" value={state.editions.published.edition.n} />;
  if (state.draft.edition !== null) return <aside className="side panel-box">{words.already}</aside>;
  if (handedOver && handedOver.by !== me) return <Second {...props} after={after} />;
  if (handedOver) return <Waiting {...props} />;
  const { heading, lead } = editors >= 2 ? words.two : words.alone;
  return (
    <StepForm action="import-publish" {...props} className="side panel-box stack">
      <h2>{heading}</h2>
      <p>{lead}</p>
      {after}
      {open > 0 && <p className="problem">{words.undecided}</p>}
      {editors >= 2 && (
        <>
          <Field name="source" label={words.two.source} maxLength={500} />
          <Field name="note" label={words.two.note} rows={3} />
        </>
      )}
      <Submit name="do" value={editors >= 2 ? 'hand-over' : 'publish'} className="main" disabled={open > 0}>
        {editors >= 2 ? words.two.button : words.alone.button}
      </Submit>
      {editors >= 2 && <p className="hint">{words.two.hint}</p>}
      <Submit name="do" value="drop" className="plain">
        {importWords.drop}
      </Submit>
    </StepForm>
  );
}

function Waiting(props: HandOverProps) {
  const { by, at } = props.state.body.handedOver ?? { by: '', at: '' };
  return (
    <StepForm action="import-publish" {...props} className="side panel-box stack">
      <h2>{words.waiting.heading}</h2>
      <p>{words.waiting.lead(by, shortTime(at))}</p>
      <Submit name="do" value="take-back">
        {words.waiting.takeBack}
      </Submit>
    </StepForm>
  );
}

/** What the second editor sees. */
function Second({ after, ...props }: HandOverProps & { after: React.ReactNode }) {
  const { state, open } = props;
  const { by, source, note } = state.body.handedOver ?? { by: '', source: '', note: '' };
  return (
    <StepForm action="import-publish" {...props} className="side panel-box stack">
      <h2>{words.second.heading(by, state.body.title)}</h2>
      <p>{words.second.source(source)}</p>
      {note !== '' && <p>{words.second.note(note)}</p>}
      <p className="hint">{words.second.lead}</p>
      <p className="buttons">
        {(['lines', 'differences'] as const).map((step) => (
          <Link key={step} prefetch={false} className="button" href={stepAddress(state.draft.id, step, props.asked)}>
            {importWords.steps[step]}
          </Link>
        ))}
      </p>
      {after}
      <Submit name="do" value="publish" className="main" disabled={open > 0}>
        {words.second.publish}
      </Submit>
      <Field name="reason" label={words.second.reason} rows={2} />
      <Submit name="do" value="give-back">
        {words.second.giveBack}
      </Submit>
    </StepForm>
  );
}
