import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Told } from '../../src/sandbox/demo/story.js';
import { toldStory } from '../ledger/forging.js';
import { strike } from '../story/stage.js';
import { convenor, type Seen } from './terminal.js';

const ADDRESS = 'https://github.localhost/tidewire/tidewire';

let told: Told;
let token = '';
beforeAll(async () => {
  ({ told } = await toldStory('discovery'));
  token = told.sandbox.actions.createUserToken(told.cast.outsider.account);
}, 60_000);
afterAll(() => strike(told));

const verify = (args: string[] = [], env: Record<string, string> = { GITHUB_TOKEN: token }): Promise<Seen> =>
  convenor(['verify', ...args], { env: { GITHUB_API_URL: told.sandbox.state.urls.api, ...env } });

const head = (): string => told.repo.refs.get('refs/heads/convenor/record') ?? '';

describe('a record at an address, read over the network by anybody', () => {
  it("holds, with GitHub's own word for each commit", async () => {
    const before = told.sandbox.requests.length;
    const { status, out, err } = await verify(['--app', 'convenor', '--known', head(), ADDRESS]);
    expect(err).toBe('');
    expect(out).toContain('final, D1 consensus agreed, D2 veto-window accepted: holds');
    expect(out).toMatch(
      /\d+ commits, the record of convenor\[bot\], each signed by GitHub and only extending; the last/,
    );
    expect(out).not.toContain('Not checked');
    expect(status).toBe(0);
    // It only reads.
    expect(told.sandbox.requests.slice(before).every(({ writes }) => !writes)).toBe(true);
  });

  it.each(['export', 'explain'])('%s reads it as well', async (command) => {
    const { status, out } = await convenor([command, ADDRESS, '12'], {
      env: { GITHUB_API_URL: told.sandbox.state.urls.api, GITHUB_TOKEN: token },
    });
    expect(status).toBe(0);
    expect(out).toContain('Short frames for satellite links');
  });

  it('says that there is no such branch, and no such repository', async () => {
    expect(await verify(['--branch', 'record', ADDRESS])).toMatchObject({
      status: 2,
      err: expect.stringContaining('GitHub shows no branch record in tidewire/tidewire.') as string,
    });
    const { status, err } = await verify([`${ADDRESS}-2`], {});
    expect([status, err]).toEqual([2, expect.stringContaining('Set GITHUB_TOKEN to be allowed more.')]);
  });

  it('says that nobody may ask so much without a token', async () => {
    // Once it goes well: sixty requests an hour are just enough.
    expect((await verify([ADDRESS], {})).status).toBe(0);
    const { status, err } = await verify([ADDRESS], {});
    expect(status).toBe(2);
    expect(err).toContain('GitHub answers no more questions for this hour. Set GITHUB_TOKEN to be allowed more.');
  });

  it('says that GitHub does not answer, and takes nothing for read', async () => {
    told.sandbox.faults.add({ on: { path: /\/git\/blobs\// }, nth: 3, fault: { kind: 'fails', status: 502 } });
    const { status, out, err } = await verify([ADDRESS]);
    expect([status, out]).toEqual([2, '']);
    expect(err).toContain('GitHub does not answer');
    expect(told.sandbox.faults.pending).toEqual([]);
  });

  it('names the commit that the app did not make', async () => {
    await told.bench.stop();
    const files = { 'dashboard/README.md': 'All anew.\n' };
    const { caller } = told.world.user('tidewire-keeper');
    told.sandbox.actions.push(caller, told.repo, { branch: 'convenor/record', files });
    const { status, out } = await verify(['--app', 'convenor', ADDRESS]);
    expect(status).toBe(1);
    expect(out).toContain(`${head().slice(0, 12)} is by `);
    expect(out).toContain('and not of convenor[bot]');
  });
});
