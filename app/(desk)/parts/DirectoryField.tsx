/** Keeps a form in the directory that its page was asked for. */
export function DirectoryField({ asked }: { asked: string | undefined }) {
  return asked === undefined ? null : <input type="hidden" name="directory" value={asked} />;
}
