import * as l10n from '@vscode/l10n';
import type { CreateEventStreamBody, EventStream, ListEventStreams, SetEventStreamBody } from '@ory/client';
import { operation } from './operation.ts';
import { inPath, json, jsonBody, nothing } from './parts.ts';

const console_ = { service: 'console', onlyOn: 'network' } as const;
const all = '/projects/{project_id}/eventstreams';
const one = '/projects/{project_id}/eventstreams/{event_stream_id}';
const project_id = inPath(l10n.t('Id of the project.'));
const stream = { project_id, event_stream_id: inPath(l10n.t('Id of the event stream.')) } as const;

export const listEventStreams = operation({
  ...console_,
  id: 'listEventStreams',
  summary: l10n.t('List where a project’s events are sent to.'),
  method: 'GET',
  path: all,
  effect: 'read',
  parameters: { project_id },
  answer: json<ListEventStreams>(),
  bucket: 'backoffice-admin-medium',
});

export const createEventStream = operation({
  ...console_,
  id: 'createEventStream',
  summary: l10n.t('Send a project’s events somewhere.'),
  method: 'POST',
  path: all,
  effect: 'write',
  parameters: { project_id },
  body: jsonBody<CreateEventStreamBody>(l10n.t('Kind of the stream, and its address.')),
  answer: json<EventStream>(),
  bucket: 'backoffice-admin-low',
});

export const setEventStream = operation({
  ...console_,
  id: 'setEventStream',
  summary: l10n.t('Replace an event stream.'),
  method: 'PUT',
  path: one,
  effect: 'write',
  parameters: stream,
  body: jsonBody<SetEventStreamBody>(l10n.t('Kind of the stream, and its address.')),
  answer: json<EventStream>(),
  bucket: 'backoffice-admin-low',
});

export const deleteEventStream = operation({
  ...console_,
  id: 'deleteEventStream',
  summary: l10n.t('Send events to this stream no longer.'),
  method: 'DELETE',
  path: one,
  effect: 'destroy',
  parameters: stream,
  answer: nothing,
  bucket: 'backoffice-admin-low',
});
