import assert from 'node:assert/strict';
import { codeOfApp } from './authenticator-app.ts';
import { SelfService } from './pages/self-service.ts';
import { useWorkbench } from './pages/use-workbench.ts';

const PASSWORD = 'Xq7-river-lantern';

describe('the second factor in self-service flows', () => {
  const workbench = useWorkbench({
    sandbox: ['--identities', '3', '--clients', '0'],
    viewport: { width: 1280, height: 1400 },
  });
  const email = 'grace.hopper@example.com';
  const inspector = new SelfService(workbench);
  const button = (name: string | RegExp) => inspector.button(name);
  const fill = (label: string, text: string) => inspector.fill(label, text);
  const outcome = (text: string) => inspector.outcome(text);

  it('is set up in the settings, asked for where it is missing, and raises the session', async () => {
    const { webview, quickInput, dialogs, page } = workbench();
    await workbench().ory.open();
    await inspector.start('Registration', 'API');
    await fill('E-Mail', email);
    await button('Sign up').click();
    await outcome('the form has a next step');
    await fill('Password', PASSWORD);
    await button('Sign up').click();
    await outcome(`Registered, and signed in as ${email}.`);

    await button('Start a Settings Flow').click();
    await webview.waitFor('Settings flow');
    await button('Reveal Secrets').click();
    const shown = webview.frame.locator('.shown-text');
    const key = (await shown.innerText()).trim();
    await fill('Code that the app shows', codeOfApp(key, new Date()));
    await inspector.press('totp', 'Save');
    await outcome('Saved.');
    await inspector.session('Read before the settings were saved');
    await button('Who Am I').click();
    await inspector.session('Two factors (aal2)');
    await button('Make new backup codes').click();
    await outcome('Accepted: the form goes on.');
    await button('Reveal Secrets').click();
    const [backupCode = ''] = (await shown.innerText()).split(', ');
    await button('I have kept these backup codes').click();
    await outcome('Saved.');
    await workbench().screenshot('flows-second-factor-enrolled');
    await workbench().command('View: Close All Editors');

    await inspector.signIn(email, PASSWORD);
    await outcome('Signed in, but the second factor is missing.');
    await inspector.session('One factor (aal1)');
    await workbench().screenshot('flows-second-factor-missing');
    await button('Keep the Token for Later').click();
    await button('Forget the Kept Token').waitFor();
    await workbench().command('View: Close All Editors');

    // A new panel knows nothing of it: the session is the one that is kept.
    await inspector.choose('Login', 'API');
    await quickInput.pick('aal');
    await quickInput.accept();
    await quickInput.waitFor('aal:');
    await quickInput.pick('aal2');
    await quickInput.waitFor('Whose session?');
    // The question stays although the focus leaves it, as it does while the one before it closes.
    await page.locator('.part.editor').click();
    await quickInput.pick('The Token That Is Kept');
    await webview.waitFor('Login flow');
    await fill('Code of your authenticator app', '000000');
    await inspector.press('totp', 'Use the authenticator app');
    await outcome('Refused: the form says what is wrong.');
    await fill('Code of your authenticator app', codeOfApp(key, new Date()));
    await inspector.press('totp', 'Use the authenticator app');
    await outcome(`Signed in as ${email}.`);
    await inspector.session('Two factors (aal2)');
    await inspector.session(/Password \(aal1\).*Authenticator app \(aal2\)/);
    assert.deepEqual(await webview.accessibilityProblems(), []);
    await workbench().screenshot('flows-second-factor');
    await workbench().command('View: Close All Editors');

    await inspector.signIn(email, PASSWORD);
    await button('Start a Login Flow with the Second Factor').click();
    await fill('One of your backup codes', backupCode);
    await page.keyboard.press('Enter');
    await outcome(`Signed in as ${email}.`);
    await inspector.session(/Password \(aal1\).*Backup code \(aal2\)/);

    // What is forgotten is called by what it is.
    await workbench().command('Ory: Sign Out…');
    await dialogs.waitFor('The session token is forgotten here; at the server it stays valid.');
    await dialogs.press('Sign Out');
  });
});
