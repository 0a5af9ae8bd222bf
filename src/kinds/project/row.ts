import * as l10n from '@vscode/l10n';
import type { ProjectMetadata } from '@ory/client';
import type { Below } from '../listing.ts';
import { facts, type Row, whenFact } from '../row.ts';
import { configurationId } from './configuration-id.ts';
import { PROJECT_SERVICES, type ProjectService, SERVICE_FILES } from './services.ts';

/** A project in a list: name, environment, slug. */
export function projectRow(project: ProjectMetadata): Row {
  return {
    id: project.id,
    label: project.name,
    description: [project.environment, project.slug].filter(Boolean).join(' · '),
    icon: 'project',
    dimmed: project.state !== 'running',
    facts: () =>
      facts(
        ['Id', project.id],
        ['Slug', project.slug],
        ['State', project.state],
        ['Environment', project.environment],
        ['Region', project.home_region],
        ['Created', whenFact(project.created_at)],
      ),
    context: ['remoteProject'],
    opens: 'nothing',
    item: project,
    below: () => belowProject(project.id, project.name),
  };
}

/** What a project is itself: its configuration as a document. */
export const belowProject = (id: string, name: string): readonly Below[] => [
  { resource: 'projects', row: configurationRow(id, name) },
];

/** The document of the project itself, and below it the files that servers of one's own would have. */
const configurationRow = (id: string, name: string): Row => ({
  id,
  label: l10n.t('Configuration'),
  name,
  description: '',
  icon: 'settings-gear',
  dimmed: false,
  facts: () => facts(['Project', name], ['Id', id]),
  below: () =>
    PROJECT_SERVICES.map((service) => ({ resource: 'configurations', row: serviceRow(id, service) })),
});

/** The configuration of one service, as the file of a server of one's own has it. */
function serviceRow(project: string, service: ProjectService): Row {
  const file = SERVICE_FILES[service];
  return {
    id: configurationId({ project, service }),
    label: `${file}.yaml`,
    name: file,
    description: service,
    icon: 'file-code',
    dimmed: false,
    facts: () => facts(['Service', service], ['Project', project]),
  };
}
