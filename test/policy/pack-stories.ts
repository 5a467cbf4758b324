import { storyFiles } from '../../src/cli/story-files.js';
import { readStories, type Story } from '../../src/policy/index.js';

/** The stories of a pack, by the path of their file. @throws where one of them cannot be read */
export async function storiesOf(pack: string): Promise<Map<string, Story[]>> {
  const found = await storyFiles(`rules/${pack}/tests`, process.cwd());
  if ('problem' in found) throw new Error(found.problem);
  const { stories, problems } = readStories(found.files, { shown: pack, loaded: null });
  const wrong = [...found.problems, ...problems].map(({ message }) => message);
  if (wrong.length > 0) throw new Error(wrong.join('\n'));
  const byFile = new Map<string, Story[]>();
  for (const story of stories) byFile.set(story.place.path, [...(byFile.get(story.place.path) ?? []), story]);
  return byFile;
}
