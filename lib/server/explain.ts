/** What went wrong in one line, with what was behind it; for a console, without the trace of a fault of ours. */
export function explain(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  // Where several addresses of one host were tried: the error of all has no message.
  if (error instanceof AggregateError && error.message === '') return error.errors.map(explain).join('; ');
  const own = error.message || error.name;
  return error.cause === undefined ? own : `${own} (${explain(error.cause)})`;
}
