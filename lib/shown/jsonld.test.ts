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
  const { '@context': context, '@graph': graph } = JSON.parse(formatJsonLd([aPoint()]) ?? '');
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
  const text = formatJsonLd([aPoint({ name: '</script><script>alert(1)</script><!--' })]) ?? '';
  expect(text).not.toContain('<');
  expect(JSON.parse(text)['@graph'][0].name).toBe('</script><script>alert(1)</script><!--');
});

test('no number that can be called, nothing to say', () => expect(formatJsonLd([])).toBeNull());
