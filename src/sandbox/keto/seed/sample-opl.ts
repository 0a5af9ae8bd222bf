/** The namespaces of a sandbox that was given none: documents in folders, for people and their groups. */
export const SAMPLE_OPL = `import { Context, Namespace, SubjectSet } from "@ory/keto-namespace-types"

class User implements Namespace {}

class Group implements Namespace {
  related: {
    managers: User[]
    members: (User | SubjectSet<Group, "members">)[]
  }

  permits = {
    invite: (ctx: Context): boolean => this.related.managers.includes(ctx.subject),
  }
}

class Folder implements Namespace {
  related: {
    parents: Folder[]
    owners: User[]
    editors: (User | SubjectSet<Group, "members">)[]
    viewers: (User | SubjectSet<Group, "members">)[]
  }

  permits = {
    view: (ctx: Context): boolean =>
      this.related.viewers.includes(ctx.subject) ||
      this.permits.edit(ctx) ||
      this.related.parents.traverse((folder) => folder.permits.view(ctx)),

    edit: (ctx: Context): boolean =>
      this.related.editors.includes(ctx.subject) ||
      this.related.owners.includes(ctx.subject) ||
      this.related.parents.traverse((folder) => folder.permits.edit(ctx)),
  }
}

class Document implements Namespace {
  related: {
    parents: Folder[]
    owners: User[]
    editors: (User | SubjectSet<Group, "members">)[]
    viewers: (User | SubjectSet<Group, "members">)[]
    suspended: User[]
  }

  permits = {
    view: (ctx: Context): boolean =>
      this.related.viewers.includes(ctx.subject) ||
      this.permits.edit(ctx) ||
      this.related.parents.traverse((folder) => folder.permits.view(ctx)),

    edit: (ctx: Context): boolean =>
      this.related.editors.includes(ctx.subject) ||
      this.related.owners.includes(ctx.subject) ||
      this.related.parents.traverse((folder) => folder.permits.edit(ctx)),

    // Who owns it may pass it on, unless suspended.
    share: (ctx: Context): boolean =>
      this.related.owners.includes(ctx.subject) && !this.related.suspended.includes(ctx.subject),
  }
}
`;
