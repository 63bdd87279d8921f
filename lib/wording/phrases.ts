import { PHRASE_LIMITS, type PhraseFault, type PhraseGroup, type Phrases } from '../reports/phrase-groups.ts';
import { deskReportWords } from './desk-reports.ts';
import { RESULT } from './reports.ts';

/** What every city begins with, until somebody there says otherwise. */
export const FIRST_PHRASES: Phrases = {
  redelivered: ['已补送一份', '放进信报箱了', '装了塑料袋', '已提醒送报的人'],
  explained: ['已打电话说明', '报纸晚到，今天都送到了'],
  stopped: ['从明天起停送'],
  not_found: ['问过送报的人，当天送到了', '没查到哪里出了问题'],
  other: ['已换好地址，从明天起照新地址送'],
  asked: ['请写清几号楼几单元', '请写是哪一份报纸'],
  rejected: ['不是投递上的事', '重复登记，已按另一件办'],
  returned: ['不是我们站送的'],
  called: ['打过电话，没人接', '打过电话，说好了'],
};

/** 常用语: sentences of a city that are put in by one press. */
export const phraseWords = {
  heading: '常用语',
  lead: '办理投递问题时点一下就写上的话，插在光标处，不替换已经写的。全城共用，读者看得到。',
  hint: `一行一句，每句最多${PHRASE_LIMITS.characters}个字，每格最多${PHRASE_LIMITS.inAGroup}句。不要写电话和住址。`,
  group: (group: PhraseGroup): string =>
    group in RESULT
      ? `${deskReportWords.step.resolved}：${RESULT[group as keyof typeof RESULT]}`
      : deskReportWords.step[group as keyof typeof deskReportWords.step],
  save: '保存常用语',
  saved: '常用语已保存。',
  wrong: '有几格要改，没有保存。填的都还在。',
  conflict: '刚才有人改过同一格常用语，没有保存。您写的还在下面，看一看再保存。',
  now: (phrases: readonly string[]) =>
    `现在存着的是：${phrases.length > 0 ? phrases.join('；') : '一句也没有'}。再保存就换成您写的。`,
  faults: {
    phrase_too_long: `每句最多${PHRASE_LIMITS.characters}个字。`,
    too_many_phrases: `最多${PHRASE_LIMITS.inAGroup}句。`,
    control_characters: '里面有看不见的特殊字符，请删掉重写。',
  } satisfies Record<PhraseFault, string>,
  /** Over the buttons on a report's page. */
  insert: '常用语：点一下插在光标处，不替换',
  /** Without script. */
  tick: '常用语：勾上的加在后面',
  change: '改常用语',
} as const;
