import { expect, test } from 'vitest';
import { stationTitle } from './station-title.ts';

test.each([
  ['沙河', '沙河发行站'],
  ['瓦房店', '瓦房店发行站'],
  ['人民路站', '人民路站'],
  ['人民路站（新址）', '人民路站（新址）'],
  ['二道投递部', '二道投递部'],
  ['Camden Depot', 'Camden Depot'],
])('%s is called %s', (name, title) => expect(stationTitle(name)).toBe(title));
