import type { CreateEventStreamBody, EventStream, ListEventStreams, SetEventStreamBody } from '@ory/client';
import { operation } from './operation.ts';
import { inPath, json, jsonBody, nothing } from './parts.ts';

const console_ = { service: 'console', onlyOn: 'network' } as const;
const all = '/projects/{project_id}/eventstreams';
const one = '/projects/{project_id}/eventstreams/{event_stream_id}';
const project_id = inPath('Id of the project.');
const stream = { project_id, event_stream_id: inPath('Id of the event stream.') } as const;

export const listEventStreams = operation({
  ...console_,
  id: 'listEventStreams',
  summary: 'List where a project’s events are sent to.',
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
  summary: 'Send a project’s events somewhere.',
  method: 'POST',
  path: all,
  effect: 'write',
  parameters: { project_id },
  body: jsonBody<CreateEventStreamBody>('Kind of the stream, and its address.'),
  answer: json<EventStream>(),
  bucket: 'backoffice-admin-low',
});

export const setEventStream = operation({
  ...console_,
  id: 'setEventStream',
  summary: 'Replace an event stream.',
  method: 'PUT',
  path: one,
  effect: 'write',
  parameters: stream,
  body: jsonBody<SetEventStreamBody>('Kind of the stream, and its address.'),
  answer: json<EventStream>(),
  bucket: 'backoffice-admin-low',
});

export const deleteEventStream = operation({
  ...console_,
  id: 'deleteEventStream',
  summary: 'Send events to this stream no longer.',
  method: 'DELETE',
  path: one,
  effect: 'destroy',
  parameters: stream,
  answer: nothing,
  bucket: 'backoffice-admin-low',
});
