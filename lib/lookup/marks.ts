/** A text cut at its marks: pieces in order, each marked or not. Marks that overlap or leave the text do no harm. */
export function cutAtMarks(
  text: string,
  marks: readonly (readonly [number, number])[],
): { piece: string; marked: boolean }[] {
  const pieces: { piece: string; marked: boolean }[] = [];
  let done = 0;
  for (const [from, to] of [...marks].sort(([a], [b]) => a - b)) {
    const start = Math.max(from, done);
    if (to <= start) continue;
    if (start > done) pieces.push({ piece: text.slice(done, start), marked: false });
    pieces.push({ piece: text.slice(start, to), marked: true });
    done = to;
  }
  if (done < text.length) pieces.push({ piece: text.slice(done), marked: false });
  return pieces.filter(({ piece }) => piece !== '');
}
