import { aboutWords } from '../about.ts';
import { auditWords } from '../audit.ts';
import { boardWords, publishWords as published } from '../board.ts';
import { cityFactsWords as facts } from '../city-facts.ts';
import { deskWords } from '../desk.ts';
import { timesWords } from '../desk-reports.ts';
import { channelWords as channels } from '../messages.ts';
import { officeWords as office } from '../office-forms.ts';
import { phraseWords } from '../phrases.ts';
import { factorWords as factor } from '../second-factor.ts';
import { type HelpPage, said } from './page.ts';

const { people, settings, sections, role } = deskWords;

/** 管理员: whoever sets a city up and looks after its people. */
export const adminHelp: HelpPage = {
  name: role.admin,
  lead: '您管一座城市的人、时限和提醒。别的岗位能做的，您都能做，他们的帮助您也看得到。',
  parts: [
    {
      heading: '给同事开账号',
      steps: [
        `打开${said(sections.people)}，在${said(people.add)}里填${said(people.name)}，选${said(people.role)}，点${said(people.create)}。`,
        `${said(role.agent)}要在${said(people.stations)}下面勾至少一个站，勾几个看几个。`,
        '会出来一个链接，只能用一次，一天内有效。您自己交给他，他点开自己定密码。您不用知道密码。',
        `换了站、换了岗位：点名字后面的${said(people.edit)}，改好，点${said(people.change)}。`,
        `忘了密码，点${said(people.reset)}，再给一个链接。人走了，点${said(people.disable)}，他马上登不进来，他做过的事还留着名字。`,
      ],
      picture: 'admin-people',
    },
    {
      heading: '告诉读者什么时候办',
      steps: [
        `打开${said(sections.settings)}。${said(settings.operator)}写在读者每一页的页脚。${said(settings.onlineReports)}勾上，读者才能在网上登记。点${said(settings.save)}。`,
        `点${said(office.heading)}，填${said(office.week.heading)}，一天可以几段；春节、国庆和调休，填在${said(office.days.heading)}里。时限只在上班时间里走。`,
        `回到${said(sections.settings)}，填${said(timesWords.heading)}：多久受理，多久开始，几个工作日办完。三个一起填，点${said(timesWords.save)}。`,
        '做不到的不要填：空着，就不向读者许时限。三个工作日没有人登录，读者会看到没有人值班。',
      ],
      picture: 'admin-office',
    },
    {
      heading: '值班提醒',
      steps: [
        `在${said(sections.settings)}里点${said(channels.heading)}，在${said(channels.addHeading)}里填${said(channels.fields.name)}，选${said(channels.fields.type)}，把群机器人的地址贴进${said(channels.fields.address)}。`,
        `${said(channels.fields.stations)}一个不勾，就是全部。在${said(channels.fields.kinds)}里勾要提醒的，点${said(channels.save)}。`,
        `点${said(channels.try)}，群里收到了才算通。夜里不想响，填${said(channels.quiet.heading)}。`,
        `每周看一眼${said(channels.recent.heading)}：有${said(channels.result.dead)}的，多半是机器人删了，换一个地址。`,
      ],
      picture: 'admin-channels',
    },
    {
      heading: '客服电话和登报信息',
      steps: [
        `在${said(sections.directory)}里点${said(facts.heading)}。打过没错，选${said(facts.line.action.check)}；换了，选${said(facts.line.action.correct)}，填${said(facts.line.number)}，点${said(facts.line.save)}。`,
        `报上印着几位的短号，登记在${said(facts.codes.heading)}里，读者才能点着拨。`,
        `通知的名称、出版单位抄错了，也在这里改，点${said(facts.facts.save)}。`,
      ],
    },
    {
      heading: '两步登录和记录',
      steps: [
        `${said(sections.settings)}里有${said(factor.heading)}，点${said(factor.manage)}：以后输过密码，再输手机上的6位数字。照着扫一扫，把${said(factor.codes.heading)}打印出来，和手机分开放。`,
        `在${said(sections.people)}的${said(factor.people.rule.heading(null))}里，可以要求某个岗位都开。同事丢了手机，当面认准是本人，写${said(factor.people.why)}，点${said(factor.people.reset)}。`,
        `${said(sections.settings)}里的${said(auditWords.heading)}，写着谁什么时候登录、导出、看过读者的电话、改过岗位。留一年，一个月翻一次。`,
        `自己的密码在${said(settings.password)}里换；丢了电脑，在${said(settings.sessions)}里点${said(settings.everywhere)}。`,
      ],
    },
    {
      heading: '还有几样',
      steps: [
        `${said(phraseWords.heading)}：办理时点一下就写上的话，在${said(sections.settings)}里改。`,
        `${said(boardWords.section)}的下面有${said(published.heading)}：点${said(published.month)}或${said(published.auto)}，读者在${said(aboutWords.heading)}里看得到这几个率。随时能${said(published.withdraw)}。`,
        `看到${said(settings.erasure.heading)}：先请管服务器的人看看日期对不对，再按那个按钮。删了找不回来。`,
      ],
    },
  ],
};
