import { symmetricDecrypt } from 'better-auth/crypto';
import { z } from 'zod';
import type { Store } from '../store/store.ts';
import type { Auth } from './auth.ts';

/** A second factor as better-auth keeps it: `verified` once a first code has shown that the phone has it. */
const rowSchema = z.object({ id: z.string(), secret: z.string(), verified: z.boolean() });
type FactorRow = z.infer<typeof rowSchema>;

const whose = (staff: string) => [{ field: 'userId', value: staff }];

/** Somebody's, or null. */
export async function findFactor({ auth }: { auth: Auth }, staff: string): Promise<FactorRow | null> {
  const row = await (await auth.$context).adapter.findOne({ model: 'twoFactor', where: whose(staff) });
  return row === null ? null : rowSchema.parse(row);
}

/** Its secret; null where it was sealed under another BAODA_SECRET. */
export async function readSecret({ auth }: { auth: Auth }, { secret }: FactorRow): Promise<string | null> {
  const { secretConfig: key } = await auth.$context;
  try {
    return await symmetricDecrypt({ key, data: secret });
  } catch (error) {
    console.error('A second factor cannot be read: BAODA_SECRET is not the one it was kept under.', error);
    return null;
  }
}

/** Whoever gave the password and not yet the code begins anew. */
export async function endHalfSessions({ auth }: { auth: Auth }, staff: string): Promise<void> {
  await (await auth.$context).adapter.deleteMany({
    model: 'verification',
    where: [{ field: 'value', value: staff }],
  });
}

/** Takes a second factor away, with its codes. The newest code that was taken stays used. */
export async function removeFactor({ auth, store }: { auth: Auth; store: Store }, staff: string): Promise<void> {
  const { adapter, internalAdapter } = await auth.$context;
  await internalAdapter.updateUser(staff, { twoFactorEnabled: false });
  await adapter.deleteMany({ model: 'twoFactor', where: whose(staff) });
  await endHalfSessions({ auth }, staff);
  await store.secondFactors.settle(staff);
}
