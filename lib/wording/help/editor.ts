import { callingWords as calling } from '../calling.ts';
import { deskWords } from '../desk.ts';
import { editWords as edit } from '../edit.ts';
import { directoryWords as directory, importWords } from '../editions.ts';
import { SEVERITY } from '../flags.ts';
import { noticeDeskWords } from '../notices.ts';
import { placeDeskWords as places } from '../places.ts';
import { type HelpPage, said } from './page.ts';

const { action, form, sections, consent, queue, entry } = deskWords;
const { begin, columns, lines, differences, publish, steps } = importWords;

/** 编辑: whoever answers for the numbers. */
export const editorHelp: HelpPage = {
  name: deskWords.role.editor,
  lead: '号码对不对由您管：报上印错的、读者说打不通的、新登的通知。您一保存，5秒内读者就看到。',
  parts: [
    {
      heading: '先看等您同意的',
      steps: [
        `打开${said(sections.flags)}。同事改了号码，要第二个人点头，就在最上面的${said(consent.heading)}里。`,
        `点进去，看清改成什么、为什么，写一句${said(form.reason)}，点${said(form.approve)}或${said(form.reject)}。自己提出的，自己不能同意。`,
      ],
      picture: 'editor-flags',
    },
    {
      heading: '办一个存疑项',
      steps: [
        `${said(SEVERITY.error)}的排在前面，然后是${said(SEVERITY.warning)}。点站名打开，左边是报上印的样子和为什么存疑。`,
        `在${said(form.heading)}里选一样：${said(action.correct)}要填对的；${said(action.confirm)}是报上没错；${said(action.unverifiable)}是问不到，读者页照旧；${said(action.out_of_use)}是号码不用了，读者再看不到它。`,
        `选${said(form.how)}，写${said(form.reason)}，点${said(form.save)}。`,
        '几个站是同一个问题，会一起列出来，勾上一次定完。位数不对的号码，只能更正，不能说它没错。',
      ],
      picture: 'editor-entry',
    },
    {
      heading: '打电话核实',
      steps: [
        `打开${said(queue.tabs.calling)}，照上面的话问一句，按一个键就记下，自动到下一个。`,
        `1 是${said(calling.outcome.station)}，2 是${said(calling.outcome.other)}，3 是${said(calling.outcome.unanswered)}，4 是${said(calling.outcome.dead)}。按 2 和 4 要再写一句对方怎么说。`,
        `没人接的，明天再排上。按错了，点${said(calling.keys.undo)}。先不打的，点${said(calling.keys.skip)}。`,
        `要离开电脑打，点${said(calling.print)}，写在纸上，回来再记。`,
      ],
      picture: 'editor-calling',
    },
    {
      heading: '改一个站，加一个站',
      steps: [
        `打开${said(sections.directory)}，找到站，点${said(directory.list.edit)}。要改哪一项，点它后面的${said(edit.change)}或${said(edit.give)}，填好，最后点一次${said(edit.save)}。`,
        `${said(edit.fields.alias)}是读者叫惯的名字，加了就查得到。站搬走了，用${said(edit.fields.close)}。`,
        `报上没印的新站，点${said(directory.addStation)}。有两名以上编辑的，新号码和停用要另一名同意才生效。`,
      ],
    },
    {
      heading: '登了新的通知',
      steps: [
        `在${said(sections.directory)}里点${said(directory.import)}，一共五步。每一步都存成草稿，发布以前读者看不到，明天接着做也行。`,
        `一、${said(steps.file)}：放文件，或者贴表格，填${said(begin.title)}和${said(begin.from)}。`,
        `二、${said(steps.columns)}：看每一列认得对不对，不对就在${said(columns.this)}里改。`,
        `三、${said(steps.lines)}：拿不准的行排在前面，认错了就改${said(lines.columns.as)}。`,
        `四、${said(steps.differences)}：${said(differences.toDecide)}的，一处一处定，定完才能往下。`,
        `五、${said(steps.publish)}：一个人管，点${said(publish.alone.button)}；有另一名编辑，点${said(publish.two.button)}，他看过以后点${said(publish.second.publish)}。`,
      ],
      picture: 'editor-import',
    },
    {
      heading: '读者找的地方',
      steps: [
        `打开${said(places.section)}，是读者查不到、自己告诉我们的。点${said(places.choose)}，选是哪个站，或者只选在哪里，写${said(places.form.how)}和${said(places.form.reason)}，点${said(places.form.save)}。`,
        `看不懂的，点${said(places.dismiss)}。以后还能${said(places.restore)}。`,
      ],
    },
    {
      heading: '弄错了',
      steps: [
        `每一次改动都在${said(entry.history)}里。点那一行的${said(entry.undo)}，马上恢复原样，不用写理由。`,
        `新版本发错了，在${said(directory.editions)}里，旧的那一版点${said(directory.putBack)}。`,
        `报纸晚到、不送的，您也能写${said(noticeDeskWords.section)}。`,
      ],
    },
  ],
};
