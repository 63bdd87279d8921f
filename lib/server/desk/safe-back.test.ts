import { expect, it } from 'vitest';
import { paths } from '../../paths.ts';
import { safeBack } from './safe-back.ts';

it.each([
  paths.desk.flags,
  paths.desk.numbers,
  paths.desk.flagsCsv,
  paths.desk.report('BD261122-0007'),
  '/desk?back=%2Fdesk%2Fflags',
  '/desk/reports?q=*',
  '/desk/flags?with=a&with=b&on=number%3Ajinxiu&directory=dalian',
])('leads back to %s', (path) => expect(safeBack(path)).toBe(path));

it.each([
  '/desk/..//elsewhere.example/',
  '/desk/flags/../../x',
  '/desk/%2e%2e/%2e%2e/evil',
  '/desk/.%2E/x',
  '/desk%2F/x',
  '/desk/x%5cy',
  '/desk//elsewhere.example',
  '//elsewhere.example/desk/',
  `/desk/${'x'.repeat(4_000)}`,
  'https://elsewhere.example/desk/flags',
  '/desk/flags\\@elsewhere.example',
  '/desktop/x',
  '/desk/flags#x',
  '',
  null,
])('does not lead to %j', (path) => expect(safeBack(path)).toBe(paths.desk.home));
