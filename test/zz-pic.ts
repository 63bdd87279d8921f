import { mkdirSync } from 'node:fs';
import { EXAMPLE_CITY } from './example-city.ts';
import { readCity } from '../lib/server/cities.ts';
import { makePlaceOf } from './place-of.ts';
import { launchBrowser } from './browser.ts';
import { startServerAt } from './server.ts';

const dalian = readCity('dalian');
const table = ['区域\t发行站\t电话\t联系人\t营业时间\t备注',
 '中山区\t人民路站（新址）\t83990421（晚上13912340006）\t王某某 13912340001\t8:00-17:00\t楼下有停车场',
 '\t武昌街站\t83990422（传真83990423）\t\t\t',
 '\t春柳站\t400-820-0001\t\t\t',
 '\t泉水站\t83990424内线803\t\t\t',
 '\t青泥洼站\t见总机\t\t\t',
 '\t南关岭站\t83990425/27\t\t\t座机停机',
 '西岗区、沙河口区\t八一路站\t83990428\t\t\t',
 '\t香炉礁站\t8399042\t\t\t',
 '\t北岗桥站\t11185\t\t\t',
 '金州区\t站前站\t传真：83990430\t\t\t'].join('\n') + '\n';
const place = makePlaceOf([{ ...dalian, edition: { ...dalian.edition, id: 'shili', directory: 'shili' }, divisions: null, areas: [], table } as never]);
const server = startServerAt(place);
const origin = `http://localhost:${await server.port()}`;
const browser = await launchBrowser();
mkdirSync('/tmp/pics', { recursive: true });
const pages = { home: '/', fax: '/shili/stations/wuchangjiezhan', note: '/shili/stations/renminluzhanxinzhi', stop: '/shili/stations/nanguanlingzhan', else: '/shili/stations/qingniwazhan', print: '/shili/print', search: '/shili?q=83990423', service: '/shili/stations/chunliuzhan' };
for (const [width, height, scheme, js] of [[390, 844, 'light', true], [390, 844, 'dark', false], [1280, 900, 'light', true]] as const) {
  const context = await browser.newContext({ viewport: { width, height }, colorScheme: scheme, javaScriptEnabled: js });
  const page = await context.newPage();
  for (const [name, path] of Object.entries(pages)) {
    await page.goto(origin + path); await page.waitForTimeout(300);
    await page.screenshot({ path: `/tmp/pics/${name}-${width}-${scheme}.png`, fullPage: name !== 'print' });
  }
  await context.close();
}
console.log(await (await fetch(`${origin}/api/v1/directories/shili/stations`)).text().then((t) => /王某某|1391234000[1]/.test(t)), await (await fetch(`${origin}/shili/stations/renminluzhanxinzhi`)).text().then((t) => /王某某/.test(t)));
await browser.close();
server.process.kill('SIGTERM');
void EXAMPLE_CITY;
