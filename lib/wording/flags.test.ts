import { expect, it } from 'vitest';
import { aDirectory, aFlag, aPhone, aStation } from '../../test/records.ts';
import { effectOf, type FlagRule, flagKind } from '../directory/flags.ts';
import { flaggedEntries } from '../shown/doubts.ts';
import { footnotes } from '../shown/footnotes.ts';
import { phoneNotes, rowNote, stationSentences } from '../shown/phone-words.ts';
import { viewStation } from '../shown/present.ts';
import { flagWording } from './flags.ts';

const RULES = Object.keys(flagWording) as FlagRule[];

it.each(RULES)('%s has a sentence for readers where they are told one, and only there', (rule) => {
  const { code, severity } = flagKind(rule);
  const isTold = severity === 'error' || effectOf(code).tells === 'sentence';
  expect(flagWording[rule].reader !== undefined).toBe(isTold);
});

it('a flag that says its own sentence is heard in the row, on the page, on the sheet and in the list of doubts', () => {
  const flag = aFlag({
    code: 'phone.precision_suspect',
    rule: 'phone.precision_suspect/changed',
    severity: 'warning',
    subject: { record: 'shili', phone: 'shili-office-1', field: 'office' },
  });
  const heard = (flags: (typeof flag)[]) => {
    const directory = aDirectory({ stations: [aStation()], phones: [aPhone()], flags });
    const view = viewStation(directory, directory.stations[0] ?? expect.fail());
    const [phone] = view.phones;
    return [
      rowNote(directory, view),
      ...(phone ? phoneNotes(directory, phone) : []),
      ...footnotes(directory).map(({ text }) => text),
      ...flaggedEntries(directory, [view]).map(({ reason }) => reason),
    ];
  };
  const sentence = '号码在转成表格时可能走样，请留意';
  expect(heard([flag])).toEqual([sentence, sentence, sentence, sentence]);
  expect(heard([{ ...flag, status: 'confirmed' }])).toEqual([null]);
  const about = { ...flag, subject: { record: 'shili', phone: null, field: 'name' as const } };
  const station = aDirectory({ stations: [aStation()], phones: [], flags: [about] });
  expect(stationSentences(viewStation(station, station.stations[0] ?? expect.fail()))).toEqual([sentence]);
});
