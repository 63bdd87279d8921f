import { z } from 'zod';
import { type Service, serviceSchema } from '../reports/service.ts';
import { isDisguised } from '../text/typed-text.ts';

/** What an admin may set on the desk, over the directory's `service.json`. */
export const settingsSchema = serviceSchema
  .pick({
    ...{ operator: true, onlineReports: true, limits: true, deliveryCutOff: true },
    ...{ hours: true, deliveryDays: true, specialDays: true, wholeYears: true },
  })
  .partial()
  .extend({
    operator: z
      .string()
      .max(60)
      .refine((name) => !isDisguised(name, false))
      .nullable()
      .optional(),
  });
export type Settings = z.infer<typeof settingsSchema>;

/** The service as the files say, with what an admin set. A setting that no longer fits its schema is left out. */
export function applySettings(service: Service, stored: Record<string, unknown>): Service {
  const entries = Object.entries(stored).filter(
    ([key, value]) => serviceSchema.partial().safeParse({ [key]: value }).success,
  );
  return serviceSchema.parse({ ...service, ...Object.fromEntries(entries) });
}
