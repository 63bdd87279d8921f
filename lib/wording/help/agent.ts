import { SILENT_DAYS } from '../../reports/lifecycle.ts';
import { deskWords } from '../desk.ts';
import { deskReportWords as words } from '../desk-reports.ts';
import { channelWords, messageWords } from '../messages.ts';
import { phraseWords } from '../phrases.ts';
import { trackWords } from '../report-pages.ts';
import { STATE_FOR_READERS, STATE_FOR_STAFF } from '../reports.ts';
import { type HelpPage, said } from './page.ts';

const { step, text, unmask, orders } = words;

/** 站点人员: whoever sees to what went wrong at a few stations. */
export const agentHelp: HelpPage = {
  name: deskWords.role.agent,
  lead: '您管几个站。读者说报纸没送好，您去办，办完写一句，读者就看得到。',
  parts: [
    {
      heading: '打开',
      steps: [
        `管理员设了${said(channelWords.heading)}，工作群里会来提醒，写着编号、站名和时限。点${said(messageWords.open)}，就到那一件。`,
        `要登录的话，填${said(deskWords.signIn.username)}和${said(deskWords.signIn.password)}，点${said(deskWords.signIn.button)}，登录后还是那一件。`,
        `平时从最上面的${said(words.heading)}进。这里只有您管的站。`,
      ],
    },
    {
      heading: '先办哪一件',
      steps: [
        `列表里最急的在最上面。${said(words.columns[8])}那一栏写着还剩多久，超时的是红字。`,
        `${said(words.tabs.open)}是全部；${said(words.tabs.mine)}是您已经开始办的；${said(words.tabs.back)}是又回到您手里的：您办好了，读者说没解决。`,
        `点那一行就打开。读者报的哪天、什么报纸、送到哪里、希望怎么办，都在${said(words.told)}下面。`,
      ],
      picture: 'agent-queue',
    },
    {
      heading: '办一件',
      steps: [
        `选${said(step.started)}，点${said(words.saveAndNext)}。读者马上看到${said(STATE_FOR_READERS.in_progress)}。`,
        `几件一起开始：在列表里一件一件勾上，或者勾${said(words.tickAll.startable(4))}，再点${said(words.startTicked(4))}。`,
        `报纸补上了，再打开这一件，选${said(step.resolved)}，在${said(words.result)}里选一样。`,
        `下面有${said(phraseWords.heading)}，点一句，就写进${said(text.resolved)}，可以再改几个字。不点也行，自己写。`,
        `点${said(words.saveAndNext)}，接着办下一件，顺序不会乱。想留在这一件，点${said(words.saveOnly)}。`,
        `不是您这个站送的：还没开始办的，选${said(step.returned)}，写清为什么，调度会另外派。`,
      ],
      picture: 'agent-report',
    },
    {
      heading: '要给读者打电话',
      steps: [
        `号码中间四位平时遮着。点${said(unmask.show)}，在${said(unmask.why)}里写一句，点${said(unmask.button)}。谁、什么时候、为什么看的，都会记下。`,
        `打完选${said(step.called)}，点${said(words.saveOnly)}。没打通也记一笔。`,
        `只想告诉同事的话，选${said(step.noted)}，读者看不到。`,
      ],
    },
    {
      heading: '给送报的人一张纸',
      steps: [
        `在那一件里点${said(orders.one)}；几件一起，在列表里勾上，点${said(orders.print(3))}。一件一张，A5大小。`,
        `纸上没有读者的电话。您看过号码的，可以点${said(orders.withPhones)}，用完请收好。`,
      ],
      picture: 'agent-order',
    },
    {
      heading: '办好以后',
      steps: [
        `这一件变成${said(STATE_FOR_STAFF.resolved)}，读者那边写${said(STATE_FOR_READERS.resolved)}。读者点${said(trackWords.acts.confirmed)}就办结；${SILENT_DAYS.resolved}天没有回音，也算办结。`,
        `读者点${said(trackWords.acts.disputed)}，就变成${said(STATE_FOR_STAFF.reopened)}，又回到您的列表。再选${said(step.started)}，重新办。`,
        `除了${said(step.noted)}，您写的话读者都看得到。话里不要写电话、门牌和人名。`,
      ],
    },
  ],
};
