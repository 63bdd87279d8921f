import { SILENT_DAYS } from '../../reports/lifecycle.ts';
import { boardWords as board } from '../board.ts';
import { deskWords } from '../desk.ts';
import { deskReportWords as words } from '../desk-reports.ts';
import { noticeDeskWords as notices } from '../notices.ts';
import { phraseWords } from '../phrases.ts';
import { STATE_FOR_STAFF } from '../reports.ts';
import { type HelpPage, said } from './page.ts';

const { step, text, fileForm } = words;

/** 调度: whoever hands every report to a station, and answers the telephone. */
export const dispatcherHelp: HelpPage = {
  name: deskWords.role.dispatcher,
  lead: '全市的投递问题先到您这里：受理，交给发行站，看着它办完。读者打电话来，也由您登记和查。',
  parts: [
    {
      heading: '早上先受理',
      steps: [
        `打开${said(words.heading)}。最急的在最上面，超时的是红字；左边按${said(words.states)}、${said(words.kinds)}、${said(words.wishes)}、${said(words.who)}再挑。`,
        `勾${said(words.tickAll.submitted(4))}，点${said(words.acceptTicked(4))}。读者写了发行站的，就到了那个站。`,
        `没写发行站的，受理时会留下。勾上，点${said(words.assignTogether)}，选${said(words.assignTo)}，点${said(words.assignTicked(2))}。`,
        `一件一件看也行：点那一行，选${said(step.accepted)}，看一眼${said(words.acceptTo)}，点${said(words.saveAndNext)}。`,
      ],
      picture: 'dispatcher-queue',
    },
    {
      heading: '不能马上交给站的',
      steps: [
        `看不明白：选${said(step.asked)}，写${said(text.asked)}。等读者的时候不算时间；${SILENT_DAYS.waiting}天没有回音，接着办。`,
        `同一件事登记了几次：勾上，点${said(words.mergeTogether)}，再点${said(words.mergeTicked(2))}。留最早的那一件，别的并进去。`,
        `不是投递上的事：勾上，点${said(words.rejectTogether)}，写一个原因，点${said(words.rejectTicked(2))}。原因读者看得到。`,
        `站里退回来的、读者补充了的，在${said(words.tabs.back)}里。退回来的又是${said(STATE_FOR_STAFF.submitted)}，看清原因，另外受理。`,
        `${said(STATE_FOR_STAFF.reopened)}的催站里再办；确实不用办了，选${said(step.closed)}，写清为什么。办结了读者又来电说没解决，选${said(step.reopened)}。`,
      ],
    },
    {
      heading: '读者打电话来',
      steps: [
        `问到哪一步了：在${said(words.search)}那一格里填，点${said(words.searchButton)}。电话要填完整的号码。`,
        `要登记：点${said(words.file)}，边问边填，点${said(fileForm.key)}。`,
        `把${said(fileForm.ref)}和${said(fileForm.code)}念给读者，请他抄下来。查询码不留底，离开这一页谁也看不到了。`,
        `读者丢了查询码，补不了。按受理编号替他查、替他办；不要问读者要查询码。`,
      ],
      picture: 'dispatcher-file',
    },
    {
      heading: '报纸晚了，先告诉读者',
      steps: [
        `打开${said(notices.section)}，选${said(notices.fields.kind)}和${said(notices.fields.scope)}，填${said(notices.fields.until)}，看右边${said(notices.preview)}，点${said(notices.show)}。`,
        `读者先看到通知，就不用一个一个登记。到时自己收；提前到了，点${said(notices.end)}。`,
        `通知里不写电话和人名。${said(notices.fields.office)}写单位。`,
      ],
      picture: 'dispatcher-notice',
    },
    {
      heading: board.heading,
      steps: [
        `打开${said(board.section)}，选${said(board.month)}。${said(board.rates.onTime)}是在告诉读者的那一天以前办完的；${said(board.rates.solved)}是读者说解决了的；${said(board.rates.reopened)}是办完又返工的。`,
        `数太小的写${said(board.tooFew)}，不算百分比。读者没有回音的，不算解决。`,
        `点${said(board.copies)}，写每个站一天送多少份，才有${said(board.columns.perThousand)}，大站小站才好比。不知道就空着。`,
        `${said(words.csv)}里一件一行，可以自己再算一遍。谁导出的会记下。`,
      ],
      picture: 'dispatcher-board',
    },
    {
      heading: '大家常写的话',
      steps: [
        `在一件登记里点${said(phraseWords.change)}。一行一句，点${said(phraseWords.save)}，全城的人都能用。`,
        '不要写电话和住址。',
      ],
    },
  ],
};
