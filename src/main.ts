import type * as vscode from 'vscode';
import { Container } from './container.ts';
import * as actions from './features/commands/register.ts';
import * as compare from './features/compare/register.ts';
import * as connections from './features/connections/register.ts';
import * as documents from './features/documents/register.ts';
import * as explorer from './features/explorer/register.ts';
import * as flows from './features/self-service/register.ts';
import * as lenses from './features/lenses/register.ts';
import * as history from './features/history/register.ts';
import * as oauth2 from './features/oauth2/register.ts';
import * as operations from './features/operations/register.ts';
import * as sandbox from './features/sandbox/register.ts';
import * as schemas from './features/schemas/register.ts';
import * as support from './features/support/register.ts';

/** Registers every feature. Nothing is requested and no feature's code is loaded before it is used. */
export function activate(context: vscode.ExtensionContext): void {
  const container = new Container(context);
  context.subscriptions.push(container);
  for (const feature of [
    actions,
    compare,
    connections,
    documents,
    explorer,
    flows,
    history,
    lenses,
    oauth2,
    operations,
    sandbox,
    schemas,
    support,
  ]) {
    context.subscriptions.push(feature.register(container));
  }
}
