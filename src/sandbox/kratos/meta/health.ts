import { json } from '../../http/answers.ts';
import type { SandboxAnswer } from '../../http/service.ts';

/** GET /health/alive and /health/ready */
export const health = (): SandboxAnswer => json(200, { status: 'ok' });

/** GET /version of the administrators' port */
export const version = (): SandboxAnswer => json(200, { version: 'sandbox' });
