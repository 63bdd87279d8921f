import { createHmac } from 'node:crypto';
import type { Hmac } from '../../reports/secret.ts';
import { secret } from '../secret.ts';

/** HMAC-SHA-256 under this deployment's secret. */
export const hmac: Hmac = (message) => createHmac('sha256', secret()).update(message).digest();
