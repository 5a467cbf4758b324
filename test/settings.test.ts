import { generateKeyPairSync } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { readSettings } from '../src/settings.js';

const pem = (type: 'rsa' | 'ec'): string =>
  (type === 'rsa'
    ? generateKeyPairSync('rsa', { modulusLength: 2048 })
    : generateKeyPairSync('ec', { namedCurve: 'P-256' })
  ).privateKey.export({ type: 'pkcs8', format: 'pem' }) as string;
const KEY = pem('rsa');
const GOOD = { APP_ID: '12', PRIVATE_KEY: KEY, WEBHOOK_SECRET: 'sixteen letters!' };

const problems = (env: Record<string, string | undefined>): string[] => {
  const result = readSettings(env);
  return result.ok ? [] : result.problems;
};

describe('An environment that is whole', () => {
  it('is taken, with what is usual for the rest', () => {
    expect(readSettings(GOOD)).toEqual({
      ok: true,
      settings: {
        appId: 12,
        privateKey: KEY,
        webhookSecret: 'sixteen letters!',
        port: 3000,
        host: '0.0.0.0',
        logLevel: 'info',
        channels: new Map(),
      },
    });
  });

  it.each([
    ['with line breaks written out', KEY.replaceAll('\n', '\\n')],
    ['as base64', Buffer.from(KEY).toString('base64')],
  ])('may give the key %s', (_name, key) => {
    const result = readSettings({ ...GOOD, PRIVATE_KEY: key });
    expect(result.ok && result.settings.privateKey).toBe(KEY);
  });

  it('may leave values empty that need not be there', () => {
    const result = readSettings({ ...GOOD, PORT: '', HOST: '', LOG_LEVEL: '', GITHUB_API_URL: '' });
    expect(result).toEqual(readSettings(GOOD));
  });
});

describe('An environment that is not', () => {
  it('is told everything at once', () => {
    expect(problems({})).toHaveLength(3);
    const all = { APP_ID: 'x', PRIVATE_KEY: 'x', WEBHOOK_SECRET: 'x', PORT: 'x', LOG_LEVEL: 'x', GITHUB_API_URL: 'x' };
    expect(
      problems(all)
        .map((problem) => problem.split(' ')[0])
        .sort(),
    ).toEqual(Object.keys(all).sort());
  });

  it.each([
    ['APP_ID', ''],
    ['APP_ID', '12a'],
    ['APP_ID', '-1'],
    ['APP_ID', '1.5'],
    ['PRIVATE_KEY', ''],
    ['PRIVATE_KEY', '-----BEGIN RSA PRIVATE KEY-----\nAAAA\n-----END RSA PRIVATE KEY-----'],
    ['PRIVATE_KEY', pem('ec')],
    ['WEBHOOK_SECRET', ''],
    ['WEBHOOK_SECRET', 'development'],
    ['WEBHOOK_SECRET', 'fifteen letters'],
    ['PORT', '-1'],
    ['PORT', '65536'],
    ['PORT', '80.5'],
    ['PORT', '1e3'],
    ['PORT', ' '],
    ['LOG_LEVEL', 'loud'],
    ['GITHUB_API_URL', 'github.com'],
    ['GITHUB_API_URL', 'file:///etc/passwd'],
  ])('is refused for %s: %j', (name, value) => {
    const found = problems({ ...GOOD, [name]: value });
    expect(found).toHaveLength(1);
    expect(found[0]).toMatch(new RegExp(`^${name} `));
  });

  it('never repeats a secret', () => {
    const said = problems({ APP_ID: '1', PRIVATE_KEY: 'hush-hush-key', WEBHOOK_SECRET: 'hush-hush' }).join(' ');
    expect(said).not.toContain('hush');
  });
});

describe('The channels that people are told things in', () => {
  const ADDRESS = 'https://discord.com/api/webhooks/42/hush-hush';
  const channels = (value: unknown): Record<string, string | undefined> => ({
    ...GOOD,
    CHANNELS: typeof value === 'string' ? value : JSON.stringify(value),
  });

  it('belong to a repository, however its name is written', () => {
    const result = readSettings(channels({ 'Tidewire/Tidewire': { core: ADDRESS } }));
    if (!result.ok) throw new Error(result.problems.join(' '));
    const { channels: found } = result.settings;
    expect([...found.keys()]).toEqual(['tidewire/tidewire']);
    expect(found.get('tidewire/tidewire')?.get('core')?.address.open()).toBe(ADDRESS);
    expect(JSON.stringify([...found].map(([key, named]) => [key, [...named]]))).not.toContain('hush');
  });

  it.each<[string, unknown, RegExp]>([
    ['no JSON', `{"a/b": {"core": ${ADDRESS}}}`, /^CHANNELS is no JSON of the form/],
    ['a list', [ADDRESS], /^CHANNELS is no JSON of the form/],
    ['an address for a repository', { [ADDRESS]: { core: ADDRESS } }, /^CHANNELS has a key that is not written owner/],
    ['an address for a name', { 'a/b': { [ADDRESS]: ADDRESS } }, /^CHANNELS has a channel of a\/b whose name is none/],
    [
      'another host',
      { 'a/b': { core: 'https://evil.test/hush' } },
      /^CHANNELS has an address for core of a\/b that is no/,
    ],
    [
      'no address',
      { 'a/b': { core: 'hush' } },
      /^CHANNELS has an address for core of a\/b that is no webhook of Discord/,
    ],
  ])('are refused for %s, and no address is repeated', (_, value, says) => {
    const found = problems(channels(value));
    expect(found).toEqual([expect.stringMatching(says)]);
    expect(found.join(' ')).not.toContain('hush');
  });
});
