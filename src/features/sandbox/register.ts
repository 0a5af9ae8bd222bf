import * as vscode from 'vscode';
import type { Container } from '../../container.ts';

export function register(container: Container): vscode.Disposable {
  return vscode.Disposable.from(
    container.command('ory.placeholder.sandbox', () => import('./register.ts') as never),
  );
}
