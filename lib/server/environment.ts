import { z } from 'zod';
import { USUAL_POOL } from '../store/store.ts';

/** An empty variable is one that is not set. */
const unlessEmpty = <T extends z.ZodType>(schema: T) =>
  z.preprocess((value) => (value === '' ? undefined : value), schema);

/** Every environment variable the program reads, in one place; `.env.example` lists the same. */
export const environmentSchema = z
  .object({
    PORT: unlessEmpty(z.coerce.number().int().min(0).max(65535).default(3000)),
    HOST: unlessEmpty(z.string().default('127.0.0.1')),
    /** The public address, such as https://baoda.example; no path. */
    BAODA_ORIGIN: unlessEmpty(
      z
        .url({ protocol: /^https?$/, error: 'must be an address such as https://baoda.example' })
        .refine((address) => /^https?:\/\/[^/?#]+\/?$/.test(address), 'must not have a path')
        .transform((address) => new URL(address).origin)
        .nullable()
        .default(null),
    ),
    BAODA_SECRET: unlessEmpty(z.string().min(32, 'must have at least 32 characters').nullable().default(null)),
    BAODA_STORE: unlessEmpty(z.string().default('var/baoda.db')),
    DATABASE_URL: unlessEmpty(
      z
        .string()
        .regex(/^postgres(ql)?:\/\//, 'must begin with postgres://')
        .nullable()
        .default(null),
    ),
    /** How many connections to PostgreSQL this process may hold. */
    BAODA_POOL: unlessEmpty(z.coerce.number().int().min(2).max(100).default(USUAL_POOL)),
    /** How many proxies of ours stand in front: only then X-Forwarded-For is believed, counted from its end. */
    BAODA_TRUSTED_PROXIES: unlessEmpty(z.coerce.number().int().min(0).max(10).default(0)),
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

/**
 * Reads the environment.
 *
 * @throws {EnvironmentError} with every wrong variable in one message, without its value
 */
export function parseEnvironment(variables: Readonly<Record<string, string | undefined>>): Environment {
  const parsed = environmentSchema.safeParse(variables);
  if (parsed.success) return parsed.data;
  const lines = parsed.error.issues.map(({ path, message }) => `  ${path.join('.')} ${message}`);
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
