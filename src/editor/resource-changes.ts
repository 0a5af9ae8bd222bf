import * as vscode from 'vscode';
import type { KindId } from '../resources/kind.ts';

/** A resource that this window created, saved or deleted. */
export interface ResourceChange {
  readonly connection: string;
  readonly kind: KindId;
  readonly id: string;
  readonly what: 'created' | 'saved' | 'deleted';
  /** What the server warned of when it took the change. */
  readonly warnings?: readonly string[];
}

/** Tells views and documents what this window did to a resource, so that each can follow by itself. */
export class ResourceChanges implements vscode.Disposable {
  private readonly emitter = new vscode.EventEmitter<ResourceChange>();
  readonly onDidChange = this.emitter.event;

  fire(change: ResourceChange): void {
    this.emitter.fire(change);
  }

  dispose(): void {
    this.emitter.dispose();
  }
}
