import * as l10n from '@vscode/l10n';
import type { EventStream } from '@ory/client';
import { listEventStreams } from '../../ory/operations/event-streams.ts';
import { singlePage } from '../../ory/single-page.ts';
import { listing } from '../listing.ts';
import { partId, type PartItem } from '../part-id.ts';
import { facts, whenFact } from '../row.ts';

/** Where a stream sends to. */
export const placeOf = ({ https_endpoint: https, topic_arn: topic }: EventStream): string =>
  https || topic || '';

/** Where the events of a project are sent to (`GET /projects/{project_id}/eventstreams`). */
export const eventStreamListing = listing<PartItem<EventStream>>({
  under: 'projects',
  service: 'console',
  key: 'eventStreams',
  label: l10n.t('Event streams'),
  plural: l10n.t('event streams'),
  icon: 'broadcast',
  empty: () => l10n.t('No event streams'),
  open: (client, { of }) =>
    singlePage(async (call) => {
      const { data } = await client.call(listEventStreams, { project_id: of }, call);
      return (data.event_streams ?? []).map((item) => ({ of, item }));
    }),
  keyOf: ({ of, item }) => partId(of, item.id ?? ''),
  row({ of, item }) {
    const paused = item.status === 'paused';
    return {
      id: partId(of, item.id ?? ''),
      label: placeOf(item) || (item.id ?? ''),
      description: [paused ? 'paused' : '', item.type].filter(Boolean).join(' · '),
      icon: 'broadcast',
      dimmed: paused,
      copied: item.id ?? '',
      facts: () =>
        facts(
          ['Id', item.id],
          ['Type', item.type],
          ['Status', item.status],
          [l10n.t('HTTPS endpoint'), item.https_endpoint ?? undefined],
          ['Topic', item.topic_arn],
          ['Role', item.role_arn],
          ['Created', whenFact(item.created_at)],
          ['Updated', whenFact(item.updated_at)],
        ),
    };
  },
});
