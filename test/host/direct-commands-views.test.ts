import assert from 'node:assert/strict';
import { commands, Uri, window } from 'vscode';
import { ask, CONNECTION, part, type Person, row, usePerson, writes } from './direct-commands-support.ts';
import { eventually } from './documents-support.ts';

describe('direct commands on subjects, messages and projects', () => {
  const given = usePerson();
  let person: Person;
  beforeEach(() => {
    person = given();
  });

  describe('for subjects', () => {
    /** Someone whom the sandbox gave consents. */
    const id = 'alice@example.com';
    const clientsOf = async (subject: string) =>
      (
        (
          await ask(
            'hydra-admin',
            'GET',
            `/admin/oauth2/auth/sessions/consent?subject=${encodeURIComponent(subject)}`,
          )
        ).json as {
          consent_request: { client: { client_id: string } };
        }[]
      ).map((consent) => consent.consent_request.client.client_id);

    it('show what one granted, without challenges, and follow what is revoked', async () => {
      const clients = await clientsOf(id);
      await commands.executeCommand('ory.showSubject', id);
      const document = window.activeTextEditor?.document;
      assert.ok(document);
      assert.ok(document.getText().includes(`Client: ${clients[0]}`), document.getText());
      assert.ok(!/challenge|request_url/.test(document.getText()));
      const consent = part({
        is: 'consent',
        subject: id,
        subjectName: 'someone',
        client: clients[0],
        clientName: 'Web shop',
      });
      await commands.executeCommand('ory.revokeConsents', consent);
      assert.match(person.told[0] ?? '', /Revoke what someone granted to Web shop on Actions sandbox\?/);
      assert.deepEqual(await clientsOf(id), clients);
      person.answers = { Revoke: 'Revoke' };
      await commands.executeCommand('ory.revokeConsents', consent);
      assert.ok(!(await clientsOf(id)).includes(clients[0] ?? ''));
      await commands.executeCommand('ory.revokeAllConsents', document.uri);
      assert.deepEqual(await clientsOf(id), []);
      await eventually(
        () => document.getText(),
        (text) => text.includes('granted nothing that is still in force'),
      );
      await writes('hydra-admin');
      await commands.executeCommand('ory.revokeLogins', document.uri);
      assert.deepEqual(await writes('hydra-admin'), [
        `DELETE /admin/oauth2/auth/sessions/login?subject=${encodeURIComponent(id)}`,
      ]);
    });

    it('mean the row that was clicked, whatever is in front', async () => {
      await commands.executeCommand('ory.showSubject', id);
      await writes('hydra-admin');
      person.answers = { 'Revoke the login sessions of Bob': 'Revoke' };
      await commands.executeCommand('ory.revokeLogins', row('identities', 'bob', 'Bob'));
      assert.deepEqual(await writes('hydra-admin'), ['DELETE /admin/oauth2/auth/sessions/login?subject=bob']);
    });
  });

  describe('for messages', () => {
    it('show one masked, and its text only after asking', async () => {
      const { json } = await ask('kratos-admin', 'GET', '/admin/courier/messages?page_size=1');
      const [message] = json as { id: string; body: string; recipient: string }[];
      assert.ok(message, 'the sandbox seeds messages');
      const { id, body, recipient } = message;
      const target = part({ is: 'message', id, name: recipient });
      await commands.executeCommand('ory.openMessage', target);
      const document = window.activeTextEditor?.document;
      assert.ok(document);
      const line = body.split('\n').find((text) => text.length > 8) ?? body;
      assert.ok(document.getText().includes(recipient));
      assert.ok(!document.getText().includes(line));
      await commands.executeCommand('ory.revealMessage', target);
      assert.ok(!document.getText().includes(line));
      person.answers = { 'Reveal the text of': 'Reveal' };
      await commands.executeCommand('ory.revealMessage', target);
      await eventually(
        () => document.getText(),
        (text) => text.includes(line),
      );
    });

    it('say of a text that is about one no longer there what it is, without a name', async () => {
      const path = '/messages/00000000-0000-4000-8000-000000000000/somebody.txt';
      const gone = Uri.from({ scheme: 'ory-view', authority: CONNECTION, path });
      person.answers = { 'Reveal the text of this message from': 'Reveal' };
      await commands.executeCommand('ory.revealMessage', gone);
      assert.match(person.told.at(-1) ?? '', /^Couldn’t read the message \(/);
    });
  });

  describe('for projects', () => {
    const projects = async () =>
      (await ask('console', 'GET', '/projects')).json as { id: string; name: string }[];

    it('create one, and purge it only when its name was typed', async () => {
      person.types = ['Purge me'];
      person.picks = [['Development']];
      await commands.executeCommand('ory.createProject');
      const made = (await projects()).find(({ name }) => name === 'Purge me');
      assert.ok(made);
      const target = row('projects', made.id, made.name);
      person.types = ['Purge'];
      await commands.executeCommand('ory.purgeProject', target);
      assert.ok((await projects()).some(({ id }) => id === made.id));
      person.types = ['Purge me'];
      await commands.executeCommand('ory.purgeProject', target);
      assert.ok(!(await projects()).some(({ id }) => id === made.id));
    });

    it('remove a member, after asking', async () => {
      const [project] = await projects();
      const path = `/projects/${project?.id}/members`;
      const members = (await ask('console', 'GET', path)).json as { id: string; email: string }[];
      const member = members.at(-1);
      assert.ok(project && member);
      const target = part({ is: 'member', project: project.id, id: member.id, name: member.email });
      await commands.executeCommand('ory.removeMember', target);
      assert.deepEqual(await writes('console'), []);
      person.answers = { [`Remove ${member.email} from`]: 'Remove' };
      await commands.executeCommand('ory.removeMember', target);
      const left = (await ask('console', 'GET', path)).json as { id: string }[];
      assert.ok(!left.some(({ id }) => id === member.id));
    });
  });
});
