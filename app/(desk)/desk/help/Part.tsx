import { paths } from '#lib/paths.ts';
import { HELP_PICTURES, HELP_SIZES, type HelpPart, type HelpPicture, isOnPhone } from '#lib/wording/help/page.ts';

/** A part of a role's help: steps, and beside them what the page looks like. */
export function Part({ part: { heading, steps, picture } }: { part: HelpPart }) {
  return (
    <section className={picture ? 'help-part pictured' : 'help-part'}>
      <h2>{heading}</h2>
      <Steps steps={steps} />
      {picture && <Picture picture={picture} />}
    </section>
  );
}

/** One after the other; or each for itself, where it is a list. */
export function Steps({ steps, isList = false }: { steps: readonly string[]; isList?: boolean }) {
  const items = steps.map((step) => (
    <li key={step}>
      <Step text={step} />
    </li>
  ));
  return isList ? <ul>{items}</ul> : <ol>{items}</ol>;
}

/** Labels of the desk are bold, commands as they are typed. */
const Step = ({ text }: { text: string }) =>
  text.split(/(“[^”]+”|`[^`]+`)/).map((piece) => {
    if (piece.startsWith('“')) return <b key={piece}>{piece}</b>;
    return piece.startsWith('`') ? <code key={piece}>{piece.slice(1, -1)}</code> : piece;
  });

/** Opens as large as it was drawn. */
function Picture({ picture }: { picture: HelpPicture }) {
  const phone = isOnPhone(picture);
  const address = paths.desk.helpPicture(picture);
  return (
    <a className={phone ? 'help-picture phone' : 'help-picture'} href={address}>
      {/* biome-ignore lint/performance/noImgElement: as large as it is shown, and nothing here scales pictures */}
      <img src={address} alt={HELP_PICTURES[picture]} loading="lazy" {...HELP_SIZES[phone ? 'phone' : 'wide']} />
    </a>
  );
}
