import * as vscode from 'vscode';
import { schemaAddress, type SchemaRef } from '../../schemas/addresses.ts';

/**
 * Which documents follow which schema, beyond those that are told by their address: bodies of operations that are being
 * written, for example. A document is forgotten by whoever named it.
 */
export class SchemaAssociations implements vscode.Disposable {
  private readonly addresses = new Map<string, string>();
  private readonly changed = new vscode.EventEmitter<void>();
  readonly onDidChange = this.changed.event;

  /** A document follows a schema from now on: completion, hover and marks in its editor come from it. */
  set(document: vscode.Uri, schema: SchemaRef): void {
    this.addresses.set(document.toString(), schemaAddress(schema));
    this.changed.fire();
  }

  delete(document: vscode.Uri): void {
    if (this.addresses.delete(document.toString())) this.changed.fire();
  }

  /** The address of the schema that a document was given. */
  of(document: vscode.Uri): string | undefined {
    return this.addresses.get(document.toString());
  }

  /** Documents and the addresses of their schemas. */
  all(): readonly (readonly [document: string, schema: string])[] {
    return [...this.addresses];
  }

  dispose(): void {
    this.addresses.clear();
    this.changed.dispose();
  }
}
