/** What the machine says of a file, in words. */
const SYSTEM: Readonly<Record<string, string>> = {
  ENOENT: 'is not there',
  EACCES: 'may not be opened or written by this user',
  EPERM: 'may not be opened or written by this user',
  EROFS: 'lies on a disk that can only be read',
  ENOSPC: 'cannot be written: the disk is full',
  EEXIST: 'is in the way: it is no folder',
  EISDIR: 'is a folder, not a file',
  ENOTDIR: 'lies under something that is no folder',
};

function systemTrouble(error: Error): string | null {
  const { code, path, dest } = error as NodeJS.ErrnoException & { dest?: string };
  const words = SYSTEM[code ?? ''];
  if (words === undefined) return null;
  return path === undefined ? null : `${dest === undefined ? path : `${path} or ${dest}`} ${words}`;
}

/** What went wrong in one line, with what was behind it; for a console, without the trace of a fault of ours. */
export function explain(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  // Where several addresses of one host were tried: the error of all has no message.
  if (error instanceof AggregateError && error.message === '') return error.errors.map(explain).join('; ');
  const own = systemTrouble(error) ?? (error.message || error.name);
  return error.cause === undefined ? own : `${own} (${explain(error.cause)})`;
}
