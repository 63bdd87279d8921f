import Link from 'next/link';
import { paths } from '#lib/paths.ts';
import { inDirectory } from '#lib/server/desk/in-directory.ts';
import { auditWords } from '#lib/wording/audit.ts';
import { deskWords } from '#lib/wording/desk.ts';
import { channelWords } from '#lib/wording/messages.ts';
import { officeWords } from '#lib/wording/office-forms.ts';
import { phraseWords } from '#lib/wording/phrases.ts';

const TABS = [
  { path: paths.desk.settings, text: officeWords.tabs.settings },
  { path: paths.desk.office, text: officeWords.heading },
  { path: paths.desk.channels, text: channelWords.heading },
  { path: paths.desk.phrases, text: phraseWords.heading },
  { path: paths.desk.audit, text: auditWords.heading },
] as const;

interface SettingsTabsProps {
  current: (typeof TABS)[number]['path'];
  /** The directory the address asks for. */
  asked: string | undefined;
}

/** The pages of 设置 that an admin has. */
export function SettingsTabs({ current, asked }: SettingsTabsProps) {
  return (
    <nav className="tabs" aria-label={deskWords.sections.settings}>
      {TABS.map(({ path, text }) => (
        <Link key={path} href={inDirectory(path, asked)} aria-current={path === current ? 'page' : undefined}>
          {text}
        </Link>
      ))}
    </nav>
  );
}
