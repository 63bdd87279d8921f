import { globSync } from 'node:fs';
import { inlineStyle } from '../style.ts';
import { sourceHash } from './policy.ts';

/** The hashes of every style sheet of ours that a page may carry inlined. */
export function knownStyles(): ReadonlySet<string> {
  return new Set(globSync('**/*.css', { cwd: 'app' }).map((file) => sourceHash(inlineStyle(file))));
}
