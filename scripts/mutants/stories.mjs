const PACKS = ['mcp', 'minimal'];

/**
 * The stories of the rule packs, each as something that can be asked again and again: it fails where the story is not told
 * in the very words in which it was told before anything was changed.
 *
 * @param {URL} root the folder of the sources, built beside themselves
 * @param {Map<string, string>} told what each story said, by its id; what is not there yet is put there
 * @returns {Promise<{ id: string, run: () => void }[]>}
 */
export async function packStories(root, told) {
  const at = (path) => import(new URL(`src/${path}`, root).href);
  const [{ playStory, readStories, transcript }, { storyFiles }] = await Promise.all([
    at('policy/index.js'),
    at('cli/story-files.js'),
  ]);
  const all = [];
  for (const pack of PACKS) {
    const found = await storyFiles(`rules/${pack}/tests`, process.cwd());
    const { stories } = readStories(found.files, { shown: pack, loaded: null });
    for (const story of stories) {
      const id = `${pack} ${story.title}`;
      const run = () => {
        const words = transcript([playStory(story)]);
        if (!told.has(id)) told.set(id, words);
        if (told.get(id) !== words) throw new Error('It is told in other words.');
      };
      all.push({ id, run });
    }
  }
  return all;
}
