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
  label: 'Members',
  plural: 'members',
  icon: 'organization',
  empty: () => 'No members',
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
          ['E-mail', email && `${email} (${verified ? 'verified' : 'not verified'})`],
          ['Role', role],
        ),
    };
  },
});
