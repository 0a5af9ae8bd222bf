import * as l10n from '@vscode/l10n';
import { operation, type Service } from './operation.ts';
import { json } from './parts.ts';

const reading = { method: 'GET', effect: 'read', credential: 'none', parameters: {} } as const;

/** Liveness of one server (`GET /health/alive`); every self-hosted server has it on each port. */
export const isAlive = (service: Service) =>
  operation({
    ...reading,
    id: 'isAlive',
    summary: l10n.t('Tell whether the server is up.'),
    path: '/health/alive',
    service,
    answer: json<{ status: string }>(),
  });

/** Readiness of one server (`GET /health/ready`): its database answers too. */
export const isReady = (service: Service) =>
  operation({
    ...reading,
    id: 'isReady',
    summary: l10n.t('Tell whether the server can do its work.'),
    path: '/health/ready',
    service,
    answer: json<{ status: string; errors?: Record<string, string> }>(),
  });

/** Version of one server (`GET /version`); a development build answers an empty or odd one. */
export const getVersion = (service: Service) =>
  operation({
    ...reading,
    id: 'getVersion',
    summary: l10n.t('Tell the version of the server.'),
    path: '/version',
    service,
    answer: json<{ version?: string }>(),
  });
