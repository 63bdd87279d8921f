import { expect, test } from 'vitest';
import { formatJsonLd } from './jsonld.ts';

const aPoint = (over = {}) => ({
  name: '锦绣发行站',
  contactType: '发行站',
  telephone: '+8641186902732',
  description: '2025年1月登报，尚未核实',
  url: null,
  ...over,
});

test('says contact point, the number and how old it is, and nothing that is not printed', () => {
  const { '@context': context, '@graph': graph } = JSON.parse(formatJsonLd([aPoint()], null) ?? '');
  expect(context).toBe('https://schema.org');
  expect(graph).toEqual([
    {
      '@type': 'ContactPoint',
      name: '锦绣发行站',
      contactType: '发行站',
      telephone: '+8641186902732',
      description: '2025年1月登报，尚未核实',
    },
  ]);
});

test('a name cannot end the script element it stands in', () => {
  const text = formatJsonLd([aPoint({ name: '</script><script>alert(1)</script><!--' })], null) ?? '';
  expect(text).not.toContain('<');
  expect(JSON.parse(text)['@graph'][0].name).toBe('</script><script>alert(1)</script><!--');
});

test('no number that can be called, nothing to say', () => expect(formatJsonLd([], null)).toBeNull());

test('where staff said an address or hours it is a place with these contact points', () => {
  const hours = [{ days: [1, 2, 7], from: '07:30', to: '11:00' }];
  const place = { name: '锦绣发行站', address: '锦绣路1号</script>', hours, url: 'https://a.example/s' };
  const text = formatJsonLd([aPoint()], place) ?? '';
  expect(text).not.toContain('<');
  expect(JSON.parse(text)['@graph']).toEqual([
    {
      '@type': 'LocalBusiness',
      name: '锦绣发行站',
      address: '锦绣路1号</script>',
      openingHoursSpecification: [
        {
          '@type': 'OpeningHoursSpecification',
          dayOfWeek: ['Monday', 'Tuesday', 'Sunday'],
          opens: '07:30',
          closes: '11:00',
        },
      ],
      url: 'https://a.example/s',
      contactPoint: [expect.objectContaining({ '@type': 'ContactPoint', telephone: '+8641186902732' })],
    },
  ]);
});

test('an address without a number that can be called, and without hours, is said alone', () => {
  const text = formatJsonLd([], { name: '锦绣发行站', address: '锦绣路1号', hours: null, url: null }) ?? '';
  expect(JSON.parse(text)['@graph']).toEqual([{ '@type': 'LocalBusiness', name: '锦绣发行站', address: '锦绣路1号' }]);
});
