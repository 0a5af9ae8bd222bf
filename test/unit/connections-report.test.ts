import assert from 'node:assert/strict';
import { parseConnections } from '../../src/connections/parse.ts';
import { issueUrl, reportText } from '../../src/features/support/report.ts';

describe('a report', () => {
  const { connections } = parseConnections(
    [
      { id: 'prod', name: 'Acme production', type: 'self-hosted', kratosAdmin: 'https://admin.acme.example' },
      { id: 'test', name: 'Acme test', type: 'self-hosted', kratosAdmin: 'https://test.acme.example' },
      { id: 'net', name: 'Acme live', type: 'network', slug: 'acme-slug' },
    ],
    undefined,
  );
  const text = reportText({
    extension: '1.2.3',
    editor: 'Visual Studio Code 1.101.0, desktop',
    system: 'linux 6.1 x64, Node 22',
    remote: 'ssh-remote',
    connections,
    servers: ['Kratos (admin) v1.3.0'],
  });

  it('holds versions, and counts of connections by kind', () => {
    assert.match(text, /Ory Explorer 1\.2\.3/);
    assert.match(text, /2 × self-hosted \(kratos-admin\); 1 × Ory Network/);
    assert.match(text, /Kratos \(admin\) v1\.3\.0/);
  });

  it('holds no name and no address', () => {
    assert.doesNotMatch(text, /acme|prod/i);
  });

  it('reaches the page whole, its headings and line breaks included', () => {
    const url = new URL(issueUrl('https://example.com/issues', text));
    assert.equal(url.pathname, '/issues/new');
    assert.equal(url.searchParams.get('body'), text);
    assert.equal(url.hash, '');
  });
});
