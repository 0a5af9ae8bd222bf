import * as vscode from 'vscode';
import type { Touched } from '../kinds/touched.ts';

/** What this window did to a resource, or to some of a kind. */
export interface ResourceChange extends Touched {
  /** Id of the connection. */
  readonly connection: string;
  /** Id of the deleted resource whose place in lists this one takes. */
  readonly inPlaceOf?: string;
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
