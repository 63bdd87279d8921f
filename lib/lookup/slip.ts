export type SlipKind = 'wrong' | 'extra' | 'lost' | 'transposed';

/** How many characters both begin with. */
export function commonStart(a: string, b: string): number {
  let at = 0;
  while (at < a.length && a[at] === b[at]) at++;
  return at;
}

/** The one slip by which the typed text differs from the printed one, null for more; where both are the same, `wrong`. */
export function slipOf(typed: string, printed: string): SlipKind | null {
  const longer = typed.length - printed.length;
  if (longer > 1 || longer < -1) return null;
  const at = commonStart(typed, printed);
  if (longer === 1) return typed.slice(at + 1) === printed.slice(at) ? 'extra' : null;
  if (longer === -1) return typed.slice(at) === printed.slice(at + 1) ? 'lost' : null;
  if (typed.slice(at + 1) === printed.slice(at + 1)) return 'wrong';
  const isSwapped = typed[at] === printed[at + 1] && typed[at + 1] === printed[at];
  return isSwapped && typed.slice(at + 2) === printed.slice(at + 2) ? 'transposed' : null;
}

const KEYS = ['qwertyuiop', 'asdfghjkl', 'zxcvbnm'];

/** Whether two letters lie beside each other on a keyboard, each row half a key further to the right. */
export function areNeighbours(a: string, b: string): boolean {
  const [rowA, rowB] = [a, b].map((letter) => KEYS.findIndex((row) => row.includes(letter))) as [number, number];
  if (rowA < 0 || rowB < 0 || Math.abs(rowA - rowB) > 1) return false;
  const place = (letter: string, row: number) => (KEYS[row] as string).indexOf(letter) + row / 2;
  return Math.abs(place(a, rowA) - place(b, rowB)) <= 1;
}
