import { globSync } from 'node:fs';
import { expect, test } from 'vitest';
import { openApiDocument } from './openapi.ts';
import { stationsParametersSchema } from './parameters.ts';
import { PROBLEMS } from './problems.ts';

const openApi = openApiDocument();
const text = JSON.stringify(openApi);

/** Every object of the document, with the place where it stands. */
function* objects(value: unknown, place = '#'): Generator<[string, Record<string, unknown>]> {
  if (typeof value !== 'object' || value === null) return;
  if (!Array.isArray(value)) yield [place, value as Record<string, unknown>];
  for (const [key, child] of Object.entries(value)) yield* objects(child, `${place}/${key}`);
}

type Parameter = { in: string; name: string; required?: boolean };

const at = (pointer: string) =>
  pointer
    .split('/')
    .slice(1)
    .reduce<unknown>((value, key) => (value as Record<string, unknown> | undefined)?.[key], openApi);

test('every reference leads somewhere', () => {
  const references = [...text.matchAll(/"\$ref":"#([^"]+)"/g)].map(([, pointer]) => pointer ?? '');
  expect(references.length).toBeGreaterThan(20);
  expect(references.filter((pointer) => at(pointer) === undefined)).toEqual([]);
});

test('there is a path for every route of the API, and a route for every path', () => {
  const routes = globSync('app/api/v1/**/route.ts');
  const addresses = routes.map((file) =>
    file
      .replaceAll('\\', '/')
      .replace(/^app/, '')
      .replace(/\/route\.ts$/, '')
      .replaceAll('[', '{')
      .replaceAll(']', '}'),
  );
  expect(Object.keys(openApi.paths).sort()).toEqual(addresses.sort());
});

test('every part of a path in braces is a required parameter', () => {
  for (const [path, operations] of Object.entries(openApi.paths)) {
    for (const operation of Object.values(operations as Record<string, object>)) {
      const declared = 'parameters' in operation ? (operation.parameters as Parameter[]) : [];
      const required = declared.filter((parameter) => parameter.in === 'path' && parameter.required);
      expect(required.map(({ name }) => `{${name}}`)).toEqual(path.match(/\{\w+\}/g) ?? []);
    }
  }
});

test('a search takes the parameters that are parsed, no more and no fewer', () => {
  const { parameters } = openApi.paths['/api/v1/directories/{directory}/stations'].get;
  const names = (parameters as { in: string; name: string }[])
    .filter((one) => one.in === 'query')
    .map(({ name }) => name);
  expect(names).toEqual(Object.keys(stationsParametersSchema.shape));
});

test('every problem code is explained where its type points', () => {
  expect(Object.keys(openApi.components.responses)).toEqual(Object.keys(PROBLEMS));
});

test('operations are told apart by their id', () => {
  const ids = Object.values(openApi.paths).flatMap((operations) =>
    Object.values(operations as Record<string, { operationId: string }>).map(({ operationId }) => operationId),
  );
  expect(new Set(ids).size).toBe(ids.length);
});

test('schemas are those of 3.1: no nullable, no dialect or id of their own', () => {
  const strays = [...objects(openApi.components.schemas)].filter(
    ([, schema]) => 'nullable' in schema || '$schema' in schema || '$id' in schema || schema.format === 'starts_with',
  );
  expect(strays).toEqual([]);
});
