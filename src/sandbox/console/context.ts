import { error, type ErrorFields } from '../http/answers.ts';
import type { SandboxAnswer, SandboxRequest } from '../http/service.ts';
import { JsonSyntaxError, readJson } from '../json/read.ts';
import { isObject, type JsonObject } from '../json/values.ts';
import type { ConsoleState, Project, Workspace } from './model.ts';

export interface ConsoleContext {
  readonly state: ConsoleState;
  /** The present; never the same twice. */
  readonly now: () => string;
}

/** What the console answers instead, thrown from inside a handler. */
export class ConsoleError extends Error {
  private readonly fields: ErrorFields;

  constructor(fields: ErrorFields) {
    super(fields.reason ?? fields.message ?? String(fields.code));
    this.fields = fields;
  }

  toAnswer(): SandboxAnswer {
    return error(this.fields);
  }
}

export const badRequest = (reason: string): ConsoleError => new ConsoleError({ code: 400, reason });

export const notFound = (reason: string): ConsoleError => new ConsoleError({ code: 404, reason });

export function requireProject(context: ConsoleContext, request: SandboxRequest): Project {
  const id = request.params.project;
  // Keys and members of a project go by its slug as well.
  const bySlug = /\/(tokens|members)(\/|$)/.test(request.path);
  const project = context.state.projects.find(
    (candidate) => candidate.id === id || (bySlug && candidate.slug === id),
  );
  if (!project) throw notFound('There is no project with this id, or this key does not open it.');
  return project;
}

export function requireWorkspace(context: ConsoleContext, request: SandboxRequest): Workspace {
  const id = request.params.workspace;
  const workspace = context.state.workspaces.find((candidate) => candidate.id === id);
  if (!workspace) throw notFound('There is no workspace with this id, or this key does not open it.');
  return workspace;
}

/** Puts the changed project in the place of the old one. */
export function putProject(context: ConsoleContext, project: Project): void {
  context.state.projects = context.state.projects.map((old) => (old.id === project.id ? project : old));
}

export function putWorkspace(context: ConsoleContext, workspace: Workspace): void {
  context.state.workspaces = context.state.workspaces.map((old) =>
    old.id === workspace.id ? workspace : old,
  );
}

/** The JSON object that the request holds. Throws a ConsoleError (400). */
export function bodyOf(request: SandboxRequest): JsonObject {
  try {
    const body = readJson(request.body.toString('utf8'));
    if (isObject(body)) return body;
  } catch (cause) {
    if (!(cause instanceof JsonSyntaxError)) throw cause;
    throw badRequest(`The body is no JSON: ${cause.message}`);
  }
  throw badRequest('The body must be a JSON object.');
}

/** A text of the body that must be there. */
export function textOf(body: JsonObject, name: string): string {
  const value = body[name];
  if (typeof value === 'string' && value.trim() !== '') return value;
  throw badRequest(`The field ${name} must be a text that is not empty.`);
}
