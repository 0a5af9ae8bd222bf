import { randomUUID } from 'node:crypto';
import { empty, json } from '../http/answers.ts';
import type { SandboxAnswer, SandboxRequest } from '../http/service.ts';
import type { JsonObject } from '../json/values.ts';
import {
  badRequest,
  bodyOf,
  notFound,
  putProject,
  requireProject,
  textOf,
  type ConsoleContext,
} from './context.ts';
import type { EventStream } from './model.ts';

/** Where each type of stream sends to. */
const PLACES: Readonly<Record<string, readonly string[]>> = {
  sns: ['topic_arn', 'role_arn'],
  https: ['https_endpoint'],
};

const FORMS: Readonly<Record<string, RegExp>> = {
  topic_arn: /^arn:aws[\w-]*:sns:[\w-]+:\d+:[\w.-]+$/,
  role_arn: /^arn:aws[\w-]*:iam::\d+:role\/[\w+=,.@/-]+$/,
  https_endpoint: /^https:\/\/[^\s/]+(\/\S*)?$/,
};

/** GET /projects/{project}/eventstreams */
export function listEventStreams(context: ConsoleContext, request: SandboxRequest): SandboxAnswer {
  return json(200, { event_streams: (requireProject(context, request).eventStreams ?? []).map(present) });
}

/** POST /projects/{project}/eventstreams: nothing is ever sent. */
export function createEventStream(context: ConsoleContext, request: SandboxRequest): SandboxAnswer {
  requireProject(context, request);
  const now = context.now();
  const stream = {
    id: randomUUID(),
    created_at: now,
    updated_at: now,
    ...readStream(bodyOf(request)),
  };
  replaceStreams(context, request, (streams) => [...streams, stream]);
  return json(201, present(stream));
}

/** PUT /projects/{project}/eventstreams/{stream}: what is left out stays. */
export function setEventStream(context: ConsoleContext, request: SandboxRequest): SandboxAnswer {
  const before = requireStream(context, request);
  const { type, status, places } = before;
  const asked = readStream({ type, status, ...places, ...bodyOf(request) });
  const stream = { ...before, ...asked, updated_at: context.now() };
  replaceStreams(context, request, (streams) => streams.map((old) => (old.id === stream.id ? stream : old)));
  return json(200, present(stream));
}

/** DELETE /projects/{project}/eventstreams/{stream} */
export function deleteEventStream(context: ConsoleContext, request: SandboxRequest): SandboxAnswer {
  const { id } = requireStream(context, request);
  replaceStreams(context, request, (streams) => streams.filter((old) => old.id !== id));
  return empty(204);
}

function requireStream(context: ConsoleContext, request: SandboxRequest): EventStream {
  const streams = requireProject(context, request).eventStreams ?? [];
  const found = streams.find(({ id }) => id === request.params.stream);
  if (!found) throw notFound('The project has no event stream with this id.');
  return found;
}

function replaceStreams(
  context: ConsoleContext,
  request: SandboxRequest,
  change: (streams: readonly EventStream[]) => readonly EventStream[],
): void {
  const project = requireProject(context, request);
  putProject(context, { ...project, eventStreams: change(project.eventStreams ?? []) });
}

function readStream(body: JsonObject): Pick<EventStream, 'type' | 'status' | 'places'> {
  const type = textOf(body, 'type');
  const names = PLACES[type];
  if (!names) throw badRequest('type is sns or https.');
  const { status = 'active' } = body;
  if (status !== 'active' && status !== 'paused') throw badRequest('status is active or paused.');
  const places = Object.fromEntries(names.map((name) => [name, textOf(body, name)]));
  const wrong = names.find((name) => !FORMS[name]?.test(places[name] ?? ''));
  if (wrong !== undefined) throw badRequest(`${wrong} has not the form of one.`);
  return { type, status, places };
}

const present = ({ places, ...shown }: EventStream): JsonObject => ({ ...shown, ...places });
