import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { chromium, type Browser as StartedBrowser } from 'playwright';

/** A Chromium to test with, and how to start it. */
export interface Browser {
  executablePath: string;
  args: string[];
  env: Record<string, string>;
  /** Where it was found, for the log. */
  origin: string;
}

const CACHE = 'node_modules/.cache/browser';
const INSTALLED = '/usr/bin/chromium';
const FONTS = 'node_modules/@expo-google-fonts/noto-sans-sc';

/**
 * Finds a Chromium by itself: `$CHROME_PATH`, Playwright's own, the system's, else the one that comes as a package and
 * needs neither a download nor the system's libraries.
 */
export async function findBrowser(variables: NodeJS.ProcessEnv = process.env): Promise<Browser> {
  const env = { FONTCONFIG_FILE: writeFontConfiguration() };
  const asked = variables.CHROME_PATH;
  if (asked) {
    if (!existsSync(asked)) throw new Error(`CHROME_PATH: there is no ${asked}`);
    return { executablePath: asked, args: [], env, origin: '$CHROME_PATH' };
  }
  const found = [
    { executablePath: chromium.executablePath(), origin: 'Playwright' },
    { executablePath: INSTALLED, origin: 'the system' },
  ].find(({ executablePath }) => existsSync(executablePath));
  return found ? { ...found, args: [], env } : findPackaged(env);
}

/** Starts it. @param own arguments beside those it needs */
export async function launchBrowser(own: readonly string[] = []): Promise<StartedBrowser> {
  const { executablePath, args, env } = await findBrowser();
  const whole = { ...process.env, ...env } as Record<string, string>;
  return chromium.launch({ executablePath, args: [...args, ...own], env: whole });
}

/** Whether the browser starts at all: on a bare machine shared libraries are missing. */
function starts(executablePath: string, env: Record<string, string>): boolean {
  return spawnSync(executablePath, ['--version'], { env: { ...process.env, ...env } }).status === 0;
}

/** @sparticuz/chromium, unpacked once; with the libraries it brings where the system lacks them. */
async function findPackaged(fontEnv: Record<string, string>): Promise<Browser> {
  const home = resolve(CACHE);
  if (!existsSync(home)) await unpack(home);
  const executablePath = join(home, 'chromium');
  const args = ['--no-zygote', '--font-render-hinting=none', '--disable-gpu'];
  const libraries = { LD_LIBRARY_PATH: join(home, 'al2023/lib') };
  const env = starts(executablePath, {}) ? fontEnv : { ...fontEnv, ...libraries };
  if (!starts(executablePath, env)) throw new Error('No browser to test with: set CHROME_PATH to a Chromium');
  return { executablePath, args, env, origin: '@sparticuz/chromium' };
}

/** Aside first, so that a browser half unpacked is never taken for a whole one. */
async function unpack(home: string): Promise<void> {
  const aside = `${home}.${process.pid}`;
  mkdirSync(aside, { recursive: true });
  const temporary = process.env.TMPDIR;
  process.env.TMPDIR = aside; // where the package unpacks to
  try {
    const { default: packaged, inflate } = await import('@sparticuz/chromium');
    await packaged.executablePath();
    await inflate(resolve('node_modules/@sparticuz/chromium/bin/al2023.tar.br'));
    renameSync(aside, home);
  } finally {
    if (temporary === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = temporary;
    rmSync(aside, { recursive: true, force: true });
  }
}

/** The system's fonts, and ours behind them: without Chinese glyphs, widths and pictures prove nothing. */
function writeFontConfiguration(): string {
  const directory = resolve('node_modules/.cache/fonts');
  mkdirSync(directory, { recursive: true });
  const file = join(directory, 'fonts.conf');
  writeFileSync(
    file,
    `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <include ignore_missing="yes">/etc/fonts/fonts.conf</include>
  <dir>${resolve(FONTS, '400Regular')}</dir>
  <dir>${resolve(FONTS, '700Bold')}</dir>
  <cachedir>${directory}</cachedir>
</fontconfig>
`,
  );
  return file;
}
