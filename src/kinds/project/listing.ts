import * as l10n from '@vscode/l10n';
import type { ProjectMetadata } from '@ory/client';
import { listProjects } from '../../ory/operations/projects.ts';
import { singlePage } from '../../ory/single-page.ts';
import { listing } from '../listing.ts';
import { projectRow } from './row.ts';

/** The projects that the key of a connection sees (`GET /projects`). */
export const projectListing = listing<ProjectMetadata>({
  under: 'connection',
  service: 'console',
  isBeyondProjects: true,
  key: 'projects',
  label: l10n.t('Projects'),
  plural: l10n.t('projects'),
  icon: 'project',
  context: ['projects', 'group'],
  empty: () => l10n.t('No projects'),
  open: (client) => singlePage(async (call) => (await client.call(listProjects, {}, call)).data),
  keyOf: ({ id }) => id,
  row: projectRow,
});
