import * as l10n from '@vscode/l10n';
import type { ProjectMember } from '@ory/client';
import { getProjectMembers } from '../../ory/operations/projects.ts';
import { singlePage } from '../../ory/single-page.ts';
import { listing } from '../listing.ts';
import { facts } from '../row.ts';

/** Who may work on a project (`GET /projects/{project}/members`). */
export const memberListing = listing<ProjectMember>({
  under: 'projects',
  service: 'console',
  key: 'members',
  label: l10n.t('Members'),
  plural: l10n.t('members'),
  icon: 'organization',
  empty: () => l10n.t('No members'),
  open: (client, { of: project }) =>
    singlePage(async (call) => (await client.call(getProjectMembers, { project }, call)).data),
  keyOf: ({ id }) => id,
  row({ id, email, name, role, email_verified: verified }, { of: project }) {
    const called = email || name || id;
    return {
      id,
      label: called,
      description: [role, name].filter(Boolean).join(' · '),
      icon: 'account',
      dimmed: false,
      context: ['id', 'member'],
      copied: id,
      part: { is: 'member', project, id, name: called },
      facts: () =>
        facts(
          ['Id', id],
          ['Name', name],
          ['E-mail', email && `${email} (${verified ? 'verified' : l10n.t('not verified')})`],
          ['Role', role],
        ),
    };
  },
});
