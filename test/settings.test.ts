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
