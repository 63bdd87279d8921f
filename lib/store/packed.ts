import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';

/** Bytes as a column of text that both engines and every backup keep alike: compressed, in base64. */

const [zip, unzip] = [promisify(gzip), promisify(gunzip)];

export const pack = async (bytes: Uint8Array): Promise<string> => (await zip(bytes)).toString('base64');
export const unpack = (packed: string): Promise<Buffer> => unzip(Buffer.from(packed, 'base64'));

export const packJson = (value: unknown): Promise<string> => pack(Buffer.from(JSON.stringify(value)));
export const unpackJson = async (packed: string): Promise<unknown> =>
  JSON.parse((await unpack(packed)).toString('utf8'));
