import { newCityWords as city } from '../cities.ts';
import { deskWords } from '../desk.ts';
import { directoryWords, importWords } from '../editions.ts';
import { type HelpPage, said } from './page.ts';

const { people, sections } = deskWords;

/** 总管理: whoever makes cities and admins; and what whoever runs the server types. */
export const ownerHelp: HelpPage = {
  name: people.ownerTag,
  lead: '您开城市、定管理员，不办登记。只当总管理，不算有人值班。',
  parts: [
    {
      heading: '开一座新城市',
      steps: [
        `点最上面的${said(city.link)}，填${said(city.fields.city.label)}、${said(city.fields.areaCode.label)}、${said(city.fields.publisher.label)}和${said(city.fields.lineNumber.label)}。`,
        `${said(city.fields.id.label)}定了就不能改：贴出去的二维码都靠它。空着，就用城市名的拼音。`,
        `在${said(city.prefecture.label)}里选上，读者就能按街道、乡镇找站。`,
        `点${said(city.submit)}，接着${said(importWords.steps.file)}到${said(importWords.steps.publish)}五步。第一张表发布以前，读者看不到这座城市。`,
        `填错了，在${said(sections.directory)}里点${said(city.change.link)}。发布以后就不能撤了。`,
        `您会是它的管理员。接着到${said(sections.people)}，给当地的人开账号。`,
      ],
      picture: 'owner-city',
    },
    {
      heading: '定管理员和总管理',
      steps: [
        `在${said(sections.people)}里，每座城市的岗位分开给。一个人在两座城市，就选两个岗位。`,
        `勾${said(people.owner)}，他就和您一样。最好有两个人：最后一个登录过的总管理，取消不了。`,
        '要求管理员开两步登录，也就要求总管理开。',
      ],
    },
    {
      heading: '第一次启动',
      steps: [
        '还没有账号的时候，每次启动服务器，都会在屏幕上给一个链接，30分钟内有效，只能用一次。点开，给自己定用户名和密码。',
        '没有人登录过以前，读者的登记表写着没有人值班。',
      ],
    },
    {
      heading: '请管服务器的人做',
      steps: [
        '每天备份：`npm run backup -- 文件`。服务器不用停。密钥要一起存好：`var/secret` 这个文件，或者 `BAODA_SECRET`。丢了它，读者的查询码都打不开。',
        '恢复：`BAODA_STORE=var/new.db npm run restore -- 文件`，只往空的库里恢复。一年试一次。',
        '谁都进不去了：`npm run -s staff -- reset 用户名`，会给一个新链接，一天内有效。',
        '看有哪些人：`npm run -s staff -- list`。停用一个人：`npm run -s staff -- disable 用户名`。',
        '读者问你们存了我什么：`npm run -s privacy -- show 受理编号`。',
        `换回以前的登报版本，在${said(sections.directory)}里点${said(directoryWords.putBack)}就行；服务器上也能：\`npm run -s edition -- list\`。`,
        '别的都在安装文件夹的 README.zh-CN.md 里。',
      ],
    },
  ],
};
