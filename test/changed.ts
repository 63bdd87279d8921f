import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** What a folder's files are other than, and which they are. */
export interface Changes {
  since: string;
  files: string[];
}

const gitIn =
  (folder: string) =>
  (...args: string[]): string =>
    execFileSync('git', args, { cwd: folder, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim();
type Git = ReturnType<typeof gitIn>;

/** Where this branch left the first of these that names a commit here; its own last commit where none does. */
function leftAt(git: Git, ...names: string[]): string {
  for (const name of names) {
    try {
      return git('merge-base', 'HEAD', name);
    } catch {
      // no such branch here: the next one
    }
  }
  return git('rev-parse', 'HEAD');
}

/**
 * What is other than where this branch left the one it follows. On that one itself, where nothing is ahead of it, other
 * than before the last commit.
 *
 * @returns the commit, and the files that have been changed or added since, committed or not
 */
export function findChanges(folder = '.'): Changes {
  const git = gitIn(folder);
  const followed = leftAt(git, '@{upstream}', 'origin/HEAD', 'HEAD~1');
  const since = followed === git('rev-parse', 'HEAD') ? leftAt(git, 'HEAD~1') : followed;
  const tracked = git('diff', '--name-only', '-z', since).split('\0');
  const others = git('ls-files', '--others', '--exclude-standard', '-z').split('\0');
  const files = [...tracked, ...others].filter((file) => file !== '' && existsSync(join(folder, file)));
  return { since, files: [...new Set(files)] };
}
