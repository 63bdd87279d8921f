'use client';

import type { Route } from 'next';
import Link from 'next/link';
import { CHANNEL_TYPES, type Channel, MESSAGE_KINDS } from '#lib/reports/messages/channel.ts';
import type { Quiet } from '#lib/reports/messages/times.ts';
import { CHANNEL_TYPE, MESSAGE_KIND, channelWords as words } from '#lib/wording/messages.ts';
import { DeskForm, useForm } from '../../../parts/DeskForm.tsx';
import { Choice, Fault, Field, Submit } from '../../../parts/fields.tsx';
import { Notice, SignInAgain } from '../../../parts/Outcome.tsx';

/** A channel as its form shows it: of its address the end, of its secret that there is one. */
export type ShownChannel = Omit<Channel, 'address' | 'secret'> & { end: string; hasSecret: boolean };

interface ChannelFormProps {
  directory: string;
  here: Route;
  districts: readonly { label: string; stations: readonly { id: string; name: string }[] }[];
  changed: ShownChannel | null;
}

const TYPES = CHANNEL_TYPES.map((value) => ({ value, text: CHANNEL_TYPE[value] }));

/** Makes a channel, or changes one. */
export function ChannelForm({ directory, here, districts, changed }: ChannelFormProps) {
  return (
    <DeskForm
      action="save-channel"
      of={changed?.id ?? 'new'}
      directory={directory}
      clears={changed === null}
      className="stack panel"
      id="channel"
    >
      <h2>
        {changed ? words.changeHeading(changed.name) : words.addHeading}{' '}
        {changed && <Link href={here}>{words.stop}</Link>}
      </h2>
      <Notice isLoud />
      <Field name="name" label={words.fields.name} hint={words.hints.name} value={changed?.name ?? ''} />
      <Field name="type" label={words.fields.type} value={changed?.type ?? 'wecom'} options={TYPES} />
      <Field
        name="address"
        label={words.fields.address}
        hint={changed ? words.hints.addressKept(changed.end) : words.hints.address}
      />
      <Field
        name="secret"
        label={words.fields.secret}
        hint={changed?.hasSecret ? words.hints.secretKept : words.hints.secret}
      />
      <fieldset>
        <legend>{words.fields.kinds}</legend>
        <Fault name="kinds" />
        {MESSAGE_KINDS.map((kind) => (
          <Choice
            key={kind}
            type="checkbox"
            name="kinds"
            value={kind}
            chosen={changed ? changed.kinds.includes(kind) : kind !== 'daily'}
            text={MESSAGE_KIND[kind]}
          />
        ))}
      </fieldset>
      <Stations districts={districts} ticked={changed?.stations ?? []} />
      <SignInAgain />
      <Save />
    </DeskForm>
  );
}

function Stations({ districts, ticked }: Pick<ChannelFormProps, 'districts'> & { ticked: readonly string[] }) {
  const typed = useForm().outcome?.typed.stations ?? [];
  return (
    <details open={ticked.length + typed.length > 0}>
      <summary>{words.fields.stations}</summary>
      <p className="hint">{words.hints.stations}</p>
      <Fault name="stations" />
      {districts.map(({ label, stations }) => (
        <fieldset key={label}>
          <legend>{label}</legend>
          {stations.map(({ id, name }) => (
            <Choice key={id} type="checkbox" name="stations" value={id} chosen={ticked.includes(id)} text={name} />
          ))}
        </fieldset>
      ))}
    </details>
  );
}

function Save() {
  const { isSending } = useForm();
  return <Submit className="main">{isSending ? words.saving : words.save}</Submit>;
}

interface RowActionsProps {
  directory: string;
  id: string;
  name: string;
  here: string;
}

/** What may be done with a channel in the list. */
export function RowActions({ directory, id, name, here }: RowActionsProps) {
  const change = `${here}${here.includes('?') ? '&' : '?'}channel=${encodeURIComponent(id)}#channel` as Route;
  return (
    <div className="channel-actions">
      <Link href={change} aria-label={words.changeLabel(name)}>
        {words.change}
      </Link>
      <DeskForm action="try-channel" of={id} directory={directory}>
        <Submit className="plain" aria-label={words.tryLabel(name)}>
          {words.try}
        </Submit>
        <Notice />
      </DeskForm>
      <DeskForm action="remove-channel" of={id} directory={directory}>
        <Submit className="plain" aria-label={words.removeLabel(name)}>
          {words.remove}
        </Submit>
        <Notice />
      </DeskForm>
    </div>
  );
}

export function QuietForm({ directory, quiet }: { directory: string; quiet: Quiet | null }) {
  return (
    <DeskForm action="set-quiet" directory={directory} className="stack panel">
      <h2>{words.quiet.heading}</h2>
      <p className="hint">{words.quiet.hint}</p>
      <Notice />
      <Field name="from" label={words.quiet.from} type="time" value={quiet?.from ?? ''} />
      <Field name="to" label={words.quiet.to} type="time" value={quiet?.to ?? ''} />
      <Choice type="checkbox" name="overdueToo" chosen={quiet?.overdueToo ?? false} text={words.quiet.overdueToo} />
      <SignInAgain />
      <Submit className="main">{words.quiet.save}</Submit>
    </DeskForm>
  );
}
