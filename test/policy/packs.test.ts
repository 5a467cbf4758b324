import { basename } from 'node:path';
import { describe, expect, it } from 'vitest';
import { PACKS } from '../../src/rules/index.js';
import { playStory, transcript } from '../../src/policy/index.js';
import { storiesOf } from './pack-stories.js';

for (const pack of PACKS) {
  describe(`The stories of the pack ${pack}`, async () => {
    for (const [file, stories] of await storiesOf(pack)) {
      const results = stories.map(playStory);
      it.each(results.map((result) => [result.story.title, result] as const))('%s', (_, { failures }) => {
        expect(failures).toEqual([]);
      });

      // Every word that was said on the way, for a reader of the change: run with -u to write it anew.
      it(`are told in the words of ${basename(file)}`, async () => {
        await expect(transcript(results)).toMatchFileSnapshot(`transcripts/${pack}/${basename(file, '.yml')}.txt`);
      });
    }
  });
}
