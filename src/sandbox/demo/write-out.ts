import { lstat, mkdir, mkdtemp, readFile, rename, rm, rmdir, writeFile } from 'node:fs/promises';
import { dirname, join, resolve, sep } from 'node:path';

/** What this demo wrote last time, so that nothing else is ever removed. */
const LIST = '.convenor-demo.json';

/**
 * Writes files into a folder. What an earlier run wrote there is replaced; a file that somebody else put there stays,
 * and is never written over.
 * @param files texts by path with `/`, relative to the folder
 * @returns paths that were left alone because a stranger's file stands there
 */
export async function writeOut(folder: string, files: ReadonlyMap<string, string>): Promise<string[]> {
  await mkdir(folder, { recursive: true });
  const own = await listed(folder);
  const temporary = await mkdtemp(join(folder, '.new-'));
  try {
    const foreign: string[] = [];
    for (const [path, text] of files) {
      if (!own.has(path) && (await exists(inside(folder, path)))) foreign.push(path);
      else await put(inside(temporary, path), text);
    }
    const written = [...files.keys()].filter((path) => !foreign.includes(path));
    // Both the old and the new until all is in place: a run that is cut off leaves nothing that nobody owns.
    await list(folder, [...new Set([...own, ...written])]);
    for (const path of own) await remove(folder, path);
    for (const path of written) {
      await mkdir(dirname(inside(folder, path)), { recursive: true });
      await rename(inside(temporary, path), inside(folder, path));
    }
    await list(folder, written);
    return foreign;
  } finally {
    await rm(temporary, { recursive: true, force: true });
  }
}

async function put(place: string, text: string): Promise<void> {
  await mkdir(dirname(place), { recursive: true });
  await writeFile(place, text);
}

/** Removes a file, and the folders that are empty then. */
async function remove(folder: string, path: string): Promise<void> {
  await rm(inside(folder, path), { force: true });
  for (let parent = dirname(path); parent !== '.'; parent = dirname(parent)) {
    const gone = await rmdir(inside(folder, parent)).then(
      () => true,
      () => false,
    );
    if (!gone) return;
  }
}

const list = (folder: string, paths: readonly string[]): Promise<void> =>
  writeFile(join(folder, LIST), `${JSON.stringify(paths, null, 1)}\n`);

/** A list that cannot be read owns nothing. */
async function listed(folder: string): Promise<Set<string>> {
  const paths = await readFile(join(folder, LIST), 'utf8')
    .then((text): unknown => JSON.parse(text))
    .catch(() => []);
  return new Set(Array.isArray(paths) ? paths.filter((path): path is string => typeof path === 'string') : []);
}

const exists = (place: string): Promise<boolean> =>
  lstat(place).then(
    () => true,
    () => false,
  );

/** A path below the folder; the list is a file that anybody could have changed. */
function inside(folder: string, path: string): string {
  const place = resolve(folder, path);
  if (!place.startsWith(resolve(folder) + sep)) throw new Error(`${path} leads out of ${folder}.`);
  return place;
}
