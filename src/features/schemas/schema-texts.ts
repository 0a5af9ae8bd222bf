import * as vscode from 'vscode';
import type { Container } from '../../container.ts';
import type { LiveIdentitySchemas, ReadSchemas } from '../../editor/schemas/live-schemas.ts';
import { ANY, needsLive, parseSchemaAddress, type SchemaRef } from '../../schemas/addresses.ts';
import type { JsonSchema } from '../../schemas/json-schema.ts';
import { REGISTRY, registryText } from './registry.ts';
import { followSchemas } from './workspace-schemas.ts';

/** How long an editor waits for a server's schemas before it gets on without them; they follow when they come. */
const PATIENCE_MS = 2000;

/** A text with the time (ms) since which it is so. */
export interface Timed {
  readonly text: string;
  readonly at: number;
}

/** The texts of schemas and of the registry, and when they change. */
export class SchemaTexts implements vscode.Disposable {
  private readonly given = new Map<string, Timed>();
  /** Addresses of what was ever read. */
  private readonly asked = new Set<string>();
  private readonly listeners: vscode.Disposable[] = [];
  private readonly changedAddresses = new vscode.EventEmitter<readonly string[]>();
  private live: LiveIdentitySchemas | undefined;
  /** Fires with the addresses of schemas that are others than before. */
  readonly onDidChange = this.changedAddresses.event;
  /** Set once the editor has read the registry: then each connection has schemas of its own. */
  private readsRegistry = false;

  constructor(
    private readonly container: Container,
    private readonly fire: (uris: readonly vscode.Uri[]) => void,
  ) {
    const changed = () => this.fire([vscode.Uri.parse(REGISTRY)]);
    this.listeners.push(
      container.associations.onDidChange(changed),
      container.connections.onDidChange(changed),
    );
  }

  /** The text at an address, and since when it is so. @throws {vscode.FileSystemError} where there is none */
  async of(uri: vscode.Uri): Promise<Timed> {
    const text = await this.make(uri);
    const key = uri.toString();
    const before = this.given.get(key);
    if (before?.text === text) return before;
    const now: Timed = { text, at: Math.max(Date.now(), (before?.at ?? 0) + 1) };
    this.given.set(key, now);
    return now;
  }

  /** The text of the schema at an address of ours. */
  read(address: string): Promise<string> {
    return this.make(vscode.Uri.parse(address));
  }

  dispose(): void {
    this.changedAddresses.dispose();
    vscode.Disposable.from(...this.listeners).dispose();
  }

  private async make(uri: vscode.Uri): Promise<string> {
    this.asked.add(uri.toString());
    if (uri.toString() === REGISTRY) {
      if (!this.readsRegistry) this.listeners.push(followSchemas(this.container.associations));
      this.readsRegistry = true;
      return registryText(
        this.container.connections.all.map(({ id }) => id),
        this.container.associations.all(),
      );
    }
    const ref = parseSchemaAddress(uri.authority, uri.path);
    const schema = ref && (await this.schema(ref));
    if (!schema) throw vscode.FileSystemError.FileNotFound(uri);
    return JSON.stringify(schema);
  }

  private async schema(ref: SchemaRef): Promise<JsonSchema | undefined> {
    // Editors read the registry for every JSON file: what makes schemas is loaded with the first of them.
    const { schemaOf } = await import('../../schemas/schema-of.ts');
    const { allOf } = await import('../../editor/schemas/live-schemas.ts');
    if (!needsLive(ref) || !('connection' in ref)) return schemaOf(ref, allOf([]));
    if (ref.connection === ANY) {
      // Where the registry is read, each connection's own schema stands beside this one.
      if (this.readsRegistry) return {};
      return schemaOf(
        ref,
        allOf(await Promise.all(this.container.connections.all.map(({ id }) => this.liveOf(id)))),
      );
    }
    const live = await this.liveOf(ref.connection);
    return ref.of === 'traits'
      ? (live.schemas.get(ref.id) ?? {
          description: vscode.l10n.t('The server has no such identity schema any more.'),
        })
      : schemaOf(ref, live);
  }

  private async liveOf(connection: string): Promise<ReadSchemas> {
    if (!this.live) {
      this.live = await this.container.identitySchemas();
      this.listeners.push(this.live.onDidChange((id) => this.changed(id)));
    }
    return this.live.of(connection, PATIENCE_MS);
  }

  /** A server's schemas are others: what was given of them is read again, and open documents are checked anew. */
  private changed(connection: string): void {
    const asked = [...this.asked].map((key) => vscode.Uri.parse(key));
    const concerned = ({ authority, path }: vscode.Uri) => {
      const ref = parseSchemaAddress(authority, path);
      return ref && needsLive(ref) && (authority === connection || authority === ANY);
    };
    const others = asked.filter(concerned);
    this.fire(others);
    this.changedAddresses.fire(others.map((uri) => uri.toString()));
  }
}
