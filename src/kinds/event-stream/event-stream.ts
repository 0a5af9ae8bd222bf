import * as l10n from '@vscode/l10n';
import type { CallOptions, OryClient } from '../../ory/client.ts';
import { printJson, toJson } from '../../ory/json/tree.ts';
import { parseAnswer } from '../../ory/parse-answer.ts';
import {
  createEventStream,
  deleteEventStream,
  listEventStreams,
  setEventStream,
} from '../../ory/operations/event-streams.ts';
import { RawBody } from '../../ory/operations/operation.ts';
import { changesOf, hasMembers, textAt } from '../changes.ts';
import { findListed } from '../find-listed.ts';
import type { Kind } from '../kind.ts';
import { ofPartId, partId } from '../part-id.ts';
import { pickMembers } from '../pick-members.ts';
import { eventStreamListing } from './listing.ts';

const readOnlyFields = ['/id', '/created_at', '/updated_at'];
const OWN = ['type', 'status', 'https_endpoint', 'topic_arn', 'role_arn'];
const NOUN = l10n.t('event stream');

const pathOf = (id: string) => {
  const { of, id: stream } = ofPartId(id);
  return { project_id: of, event_stream_id: stream };
};

/** The API reads no stream alone. */
async function read(client: OryClient, id: string, call?: CallOptions): Promise<string> {
  const { of, id: stream } = ofPartId(id);
  const { text } = await client.call(listEventStreams, { project_id: of }, call);
  return findListed(text, stream, NOUN, 'event_streams');
}

/** Event streams of a project of Ory Network: `GET`, `POST`, `PUT`, `DELETE /projects/{id}/eventstreams`. */
export const eventStreamKind: Kind = {
  id: 'eventStreams',
  noun: NOUN,
  service: 'console',
  view: 'projects',
  listings: [eventStreamListing],
  parentOf: (_, id) => Promise.resolve({ kind: 'projects', id: ofPartId(id).of }),
  inOperations: {
    homes: [
      {
        path: /^\/projects\/\{project_id\}\/eventstreams\/\{event_stream_id\}/,
        parameter: 'event_stream_id',
        idOf: ({ project_id: project, event_stream_id: id }) => partId(String(project), String(id)),
      },
    ],
    services: ['console'],
    recognise(node, { project_id: project }) {
      const is = hasMembers(node, 'type', 'https_endpoint') || hasMembers(node, 'type', 'topic_arn');
      const id = is ? textAt(node, 'id') : undefined;
      return id && typeof project === 'string' ? { id: partId(project, id), node } : undefined;
    },
  },
  schema: { document: 'EventStream', created: 'CreateEventStreamBody' },
  consolePage: '',
  idName: 'event_stream_id',
  read,
  nameOf: (document, id) =>
    textAt(document, 'https_endpoint')?.replace(/^https?:\/\//, '') ??
    textAt(document, 'topic_arn') ??
    ofPartId(id).id,
  secrets: [],
  volatile: ['/updated_at'],
  incidental: ['/id', '/created_at'],
  writing: {
    readOnlyFields,
    async save(client, edit, call) {
      if (changesOf(edit, readOnlyFields).length === 0) return [];
      const body = new RawBody(printJson(pickMembers(edit.edited, OWN)));
      await client.call(setEventStream, { ...pathOf(edit.id), body }, call);
      return [];
    },
  },
  creating: {
    template: () => Promise.resolve(toJson({ type: 'https', https_endpoint: 'https://example.com/events' })),
    async create(client, document, call, of = '') {
      const body = new RawBody(printJson(document));
      const { data } = await client.call(createEventStream, { project_id: of, body }, call);
      return { id: partId(of, data.id ?? '') };
    },
  },
  removing: {
    async remove(client, id, call) {
      await client.call(deleteEventStream, pathOf(id), call);
    },
    consequence: l10n.t('Events are sent there no longer.'),
    async undo(client, id, call) {
      const original = parseAnswer(await read(client, id, call), NOUN);
      const kept = pickMembers(original, OWN);
      const { of } = ofPartId(id);
      return {
        words: [l10n.t('Undo re-creates it with a new ID.'), l10n.t('Undo re-creates them with new IDs.')],
        original,
        async restore(again) {
          const body = new RawBody(printJson(kept));
          const { data } = await client.call(createEventStream, { project_id: of, body }, again);
          return { id: partId(of, data.id ?? '') };
        },
      };
    },
  },
};
