/** A user name: letters of any script, digits and `_.-`, as it is kept (folded and in lower case). */
export const USERNAME = /^[\p{L}\p{N}][\p{L}\p{N}_.-]{1,29}$/u;
/** What is longer can be no name and is not even folded: a stranger may send a megabyte, and it could grow by eighteen. */
const LONGEST_FOLDED = 200;
export const foldUsername = (name: string): string =>
  name.length > LONGEST_FOLDED ? '' : name.normalize('NFKC').trim().toLowerCase();
