import { type BetterAuthOptions, betterAuth } from 'better-auth';
import { admin, twoFactor, username } from 'better-auth/plugins';
import type { Store } from '../store/store.ts';
import { readEnvironment } from './environment.ts';
import { MOST_PASSWORD_UNITS, PASSWORD_LENGTH } from './passwords.ts';
import { newRecoveryCodes } from './recovery-codes.ts';
import { secret } from './secret.ts';
import { getStore } from './store.ts';
import { foldUsername } from './usernames.ts';

/** A working day: who comes back the next morning signs in again. */
const SESSION_SECONDS = 12 * 60 * 60;

/** So long somebody who gave the right password has for the code. */
const SECOND_STEP_SECONDS = 10 * 60;

/** How passwords are kept and looked at. better-auth's own way, scrypt at its full cost, is what people's get. */
export type Passwords = NonNullable<NonNullable<BetterAuthOptions['emailAndPassword']>['password']>;

/**
 * What better-auth is asked to do: check passwords and keep sessions. No endpoint of its own is mounted, so that
 * nobody can sign up, and its limiter, which believes a forged X-Forwarded-For, is not needed (see sign-in.ts).
 */
export const authOptions = (
  accounts: Store['accounts'],
  key: string,
  origin: string | null,
  passwords: Passwords = {},
) =>
  ({
    appName: 'baoda',
    database: { ...accounts, transaction: true },
    secret: key,
    baseURL: origin ?? 'http://localhost',
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: PASSWORD_LENGTH.min,
      maxPasswordLength: MOST_PASSWORD_UNITS,
      password: passwords,
    },
    // The cookie is not renewed while pages are read: a page cannot set one.
    session: { modelName: 'staff_session', expiresIn: SESSION_SECONDS, disableSessionRefresh: true },
    user: { modelName: 'staff_user' },
    account: { modelName: 'staff_account' },
    verification: { modelName: 'staff_verification' },
    rateLimit: { enabled: false },
    telemetry: { enabled: false },
    logger: { disabled: true }, // it logs what was typed as a name
    advanced: {
      cookiePrefix: 'baoda',
      useSecureCookies: origin?.startsWith('https://') ?? false,
      defaultCookieAttributes: { sameSite: 'lax', httpOnly: true },
      ipAddress: { disableIpTracking: true },
    },
    plugins: [
      username({
        minUsernameLength: 2,
        maxUsernameLength: 30,
        usernameValidator: () => true, // staff.ts is stricter, where accounts are made
        usernameNormalization: foldUsername,
      }),
      admin({ defaultRole: 'agent' }),
      // Codes are looked at by second-step.ts: here nothing keeps one from being taken twice, and the lock of an account
      // would let whoever knows a password keep its owner out.
      twoFactor({
        accountLockout: { enabled: false },
        twoFactorCookieMaxAge: SECOND_STEP_SECONDS,
        schema: { twoFactor: { modelName: 'staff_two_factor' } },
        backupCodeOptions: { storeBackupCodes: 'encrypted', customBackupCodesGenerate: newRecoveryCodes },
      }),
    ],
  }) satisfies BetterAuthOptions;

type Auth = ReturnType<typeof betterAuth<ReturnType<typeof authOptions>>>;

/** better-auth over a store, for the process's own one and for tests, which may keep passwords in a cheaper way. */
export const createAuth = (store: Store, key: string, origin: string | null, passwords?: Passwords): Auth =>
  betterAuth(authOptions(store.accounts, key, origin, passwords));

const made = new WeakMap<Store, Auth>();

/** The one of the process's own store. */
export async function getAuth(): Promise<Auth> {
  const store = await getStore();
  const auth = made.get(store) ?? createAuth(store, secret(), readEnvironment().BAODA_ORIGIN);
  made.set(store, auth);
  return auth;
}
export type { Auth };
