import type { Proposal, Why } from '../directory/editions/matching.ts';

/** What is said of editions: by the command, at the desk, to readers. */

const name = (printed: string | null) => (printed === null ? '没印站名的一行' : `“${printed}”`);
const place = ({ name: own, district }: { name: string | null; district: string | null }) =>
  district === null ? name(own) : `${district}的${name(own)}`;

export const WHY: Record<Why, string> = {
  'number.same': '号码相同',
  'name.same': '站名相同',
  'name.alias': '用过的另一个名字',
  'name.homophone': '站名读音相同',
  'name.one_apart': '站名只差一个字',
  'label.suffix': '只差“区”“市”“县”',
  'stations.same': '下面的站大多相同',
};

export const whyText = (why: readonly Why[]): string =>
  why.length > 0 ? why.map((one) => WHY[one]).join('，') : '都没印站名，又在同一个区域';

/** What a proposal asks, in one sentence. */
export function proposalText({ kind, printed, candidate }: Proposal): string {
  if (kind === 'district') return `区域${name(printed.name)}就是原来的${name(candidate.name)}吗？`;
  const asked = `${place(printed)}就是原来${place(candidate)}吗？`;
  return kind === 'returned' ? `${asked}（早先的版本里有，现行的没有）` : asked;
}

export const editionCommandWords = {
  usage: [
    '用法：npm run -s edition -- preview 文件 --directory 城市 --title 名称 --from 2026-12-01',
    '        [--area-code 区号] [--sheet 工作表] [--heading 行] [--columns 各列] [--accept 文件.json] [--json]',
    '        只看会有什么不同，什么也不写',
    '      npm run -s edition -- publish 文件 …同上… --by 谁',
    '        发布；preview --json 里 proposals 的每一项都要在 --accept 的文件里加上 "same": true 或 false',
    '      npm run -s edition -- list [--directory 城市] [--json]：登报版本，带 * 的是现行的',
    '      npm run -s edition -- restore 第几版 --directory 城市 --by 谁：换回那一版',
  ].join('\n'),
  unknownCommand: (given: string) => ({
    message: given === '' ? '没写要做什么。' : `没有“${given}”这个命令。`,
    remedy: '写 preview、publish、list 或 restore；--help 有例子。',
  }),
  missing: (option: string) => ({ message: `缺 ${option}。`, remedy: `加上 ${option}；--help 有例子。` }),
  badDate: (given: string) => ({
    message: `--from ${given}：不是一个日期。`,
    remedy: '写成 2026-12-01 这样，年-月-日。',
  }),
  noTitle: { message: '--title 是空的。', remedy: '写上这份登报通知的名称。' },
  badSeq: (given: string, known: readonly number[]) => ({
    message: `没有第${given}版。`,
    remedy: `有的是：${known.join('、')}。`,
  }),
  inForce: (seq: number) => ({ message: `第${seq}版现在就是现行的。`, remedy: '不用换。' }),
  changedMeanwhile: {
    message: '这期间另一个版本已经发布，什么也没写。',
    remedy: '再看一次 preview，再发布。',
  },
  accept: {
    unreadable: (file: string) => ({
      message: `${file} 读不出来，或者不是 preview --json 里 proposals 那样的一列。`,
      remedy: '把 proposals 那一列存成文件，每一项加上 "same": true 或 false。',
    }),
    refused: (missing: readonly string[], unknown: readonly string[]) => ({
      message: [
        ...(missing.length > 0 ? [`没有答复：${missing.join('；')}`] : []),
        ...(unknown.length > 0 ? [`答复的不是现在要定的，或者已经变了：${unknown.join('；')}`] : []),
      ].join('\n'),
      remedy: '用同一个 --accept 再跑一次 preview --json，照它的 proposals 补齐。',
    }),
  },
  preview: {
    head: (title: string, from: string, stations: number) => `${title}（${from}起）：${stations}站`,
    counts: '与现行版本相比',
    names: {
      added: '新增',
      gone: '不见了',
      kept: '先留着',
      renamed: '改名',
      moved: '换区域',
      changed: '换号码',
      same: '没变',
    },
    toDecide: '要定的',
    lapsed: '不再算数的核实结论',
    outOfUse: '停用过、又印了出来的号码（仍停用）',
    setAside: '不是记录的行',
    nothingWritten: '什么也没写。',
    unnamed: '（没印站名）',
    none: '无',
  },
  published: (seq: number, title: string) => `已发布：第${seq}版，${title}。`,
  restored: (seq: number) => `已换回第${seq}版。`,
  ways: { files: '城市的文件夹', desk: '工作台', command: '按命令' },
} as const;
