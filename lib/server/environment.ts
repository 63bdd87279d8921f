import { z } from 'zod';
import { USUAL_POOL } from '../store/store.ts';
import { databaseUrlProblem } from './database-url.ts';

/** An empty variable is one that is not set. */
const unlessEmpty = <T extends z.ZodType>(schema: T) =>
  z.preprocess((value) => (value === '' ? undefined : value), schema);

/** A whole number, as people write one: no 0x10, 1e3 or 3000.0. */
const wholeNumber = (least: number, most: number, usual: number) =>
  unlessEmpty(
    z
      .string()
      .regex(/^\d+$/, 'must be a whole number')
      .transform(Number)
      .refine((number) => number >= least && number <= most, `must be from ${least} to ${most}`)
      .default(usual),
  );

/** `127.0.0.1:9464` or `[::1]:9464`. */
const hostAndPort = z.string().transform((text, context) => {
  const [, bracketed, plain, port] = /^(?:\[([0-9a-fA-F:.]+)\]|([^\s:/[\]]+)):(\d{1,5})$/.exec(text) ?? [];
  const host = bracketed ?? plain;
  if (host !== undefined && Number(port) <= 65535) return { host, port: Number(port) };
  context.addIssue('must be a host and a port, such as 127.0.0.1:9464 or [::1]:9464');
  return z.NEVER;
});
/**
 * Seconds. A balancer that keeps idle connections must be the first to close one: it would send a request into those that
 * are closed here at that moment. 60 is what most of them keep.
 */
export const USUAL_KEEP_ALIVE = 75;

/** Every environment variable the program reads, in one place; `.env.example` lists the same. */
export const environmentSchema = z
  .object({
    PORT: wholeNumber(0, 65535, 3000),
    HOST: unlessEmpty(
      z
        .string()
        .regex(/^[^\s/]+$/, 'must be an address or a name, such as 0.0.0.0')
        .default('127.0.0.1'),
    ),
    /** The public address, such as https://baoda.example; no path. */
    BAODA_ORIGIN: unlessEmpty(
      z
        .url({ protocol: /^https?$/, error: 'must be an address such as https://baoda.example' })
        .refine(
          (address) => URL.parse(address) === null || /^https?:\/\/[^/?#]+\/?$/.test(address),
          'must not have a path',
        )
        .transform((address) => new URL(address).origin)
        .nullable()
        .default(null),
    ),
    BAODA_SECRET: unlessEmpty(z.string().min(32, 'must have at least 32 characters').nullable().default(null)),
    BAODA_STORE: unlessEmpty(z.string().default('var/baoda.db')),
    DATABASE_URL: unlessEmpty(
      z
        .string()
        .superRefine((url, context) => {
          const problem = databaseUrlProblem(url);
          if (problem !== null) context.addIssue(problem);
        })
        .nullable()
        .default(null),
    ),
    /** How many connections to PostgreSQL this process may hold. */
    BAODA_POOL: wholeNumber(2, 100, USUAL_POOL),
    /** How many seconds a connection stays open on which nothing is asked. */
    BAODA_KEEP_ALIVE: wholeNumber(1, 3600, USUAL_KEEP_ALIVE),
    /** How many seconds everything is still answered after SIGTERM, while `/readyz` says already that it ends. */
    BAODA_LINGER: wholeNumber(0, 60, 0),
    /** How many proxies of ours stand in front: only then X-Forwarded-For is believed, counted from its end. */
    BAODA_TRUSTED_PROXIES: wholeNumber(0, 10, 0),
    /** A mail server, such as smtps://name:password@mail.example; and what its mails are from. Both, or no mail goes. */
    BAODA_SMTP: unlessEmpty(
      z
        .url({ protocol: /^smtps?$/, error: 'must be an address such as smtps://mail.example' })
        .nullable()
        .default(null),
    ),
    BAODA_MAIL_FROM: unlessEmpty(
      z
        .string()
        .regex(/^[^\r\n]*@[^\r\n]*$/, 'must be a mail address')
        .nullable()
        .default(null),
    ),
    /** `1` lets messages go to addresses of this machine and its network, over http too: for trying only. */
    BAODA_ALLOW_PRIVATE_WEBHOOKS: unlessEmpty(z.enum(['0', '1']).default('0')),
    /** An address of its own for /metrics, such as 127.0.0.1:9464. */
    BAODA_METRICS: unlessEmpty(hostAndPort.nullable().default(null)),
    /** Who asks for /metrics must have it; without an address of its own it stands at the ordinary one. */
    BAODA_METRICS_TOKEN: unlessEmpty(
      z
        .string()
        .min(32, 'must have at least 32 characters')
        .regex(/^[A-Za-z0-9._~+/-]*=*$/, 'must be of letters, digits and -._~+/ alone (openssl rand -hex 32)')
        .nullable()
        .default(null),
    ),
    /** How the log is written: for people, or one JSON object a line. server.mjs looks at it before anything is loaded. */
    BAODA_LOG: unlessEmpty(z.enum(['text', 'json']).default('text')),
    /** `0` sends readers' pages with Next's client, as Next would. */
    BAODA_LEAN: unlessEmpty(z.enum(['0', '1']).default('1')),
  })
  .refine(({ DATABASE_URL, BAODA_SECRET }) => !DATABASE_URL || BAODA_SECRET, {
    path: ['BAODA_SECRET'],
    error: 'is required with DATABASE_URL, the same on every instance (openssl rand -hex 32)',
  });
export type Environment = z.infer<typeof environmentSchema>;

/** The environment cannot be used as it is set. */
export class EnvironmentError extends Error {
  override name = 'EnvironmentError';
}

/** Variables that a space was copied into: it cannot be seen, and would be part of a name, an address or a number. */
function paddedNames(variables: Readonly<Record<string, string | undefined>>): string[] {
  return Object.keys(environmentSchema.shape).filter((name) => {
    const value = variables[name] ?? '';
    // What signs cookies stays as it is: without its last line break it would be another one.
    return value !== value.trim() && (name !== 'BAODA_SECRET' || value.trim() === '');
  });
}

/**
 * Reads the environment.
 *
 * @throws {EnvironmentError} with every wrong variable in one message, without its value
 */
export function parseEnvironment(variables: Readonly<Record<string, string | undefined>>): Environment {
  const parsed = environmentSchema.safeParse(variables);
  const padded = paddedNames(variables);
  if (parsed.success && padded.length === 0) return parsed.data;
  const lines = [
    ...padded.map((name) => `  ${name} has a space or a line break at its beginning or end, or is nothing else`),
    ...(parsed.error?.issues ?? [])
      .filter(({ path }) => !padded.includes(String(path[0])))
      .map(({ path, message }) => `  ${path.join('.')} ${message}`),
  ];
  throw new EnvironmentError(
    `The environment is not usable (.env.example explains each variable):\n${lines.join('\n')}`,
  );
}

let environment: Environment | undefined;

/** The environment of this process, read once. */
export function readEnvironment(): Environment {
  environment ??= parseEnvironment(process.env);
  return environment;
}
