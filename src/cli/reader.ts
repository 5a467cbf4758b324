import type { GoverningTexts } from '../facts/governing.js';
import { decode, type Unreadable } from '../proposal/source.js';
import { TEMPLATES_FOLDER, type TemplateFile } from '../templates/index.js';
import type { Tree } from './disk.js';
import { ofFile, type Problem } from './problem.js';

/** The same files as the app takes for charters: every page in the folders of groups. */
const isPage = (path: string): boolean => /\.mdx?$/.test(path);

const UNREADABLE: Record<Exclude<Unreadable, 'empty'>, string> = {
  'not-utf8': 'is not UTF-8 text',
  binary: 'is binary, not text',
  'too-large': 'is larger than 1 MiB',
};

/** Reads files of a tree, counts them, and keeps what was wrong with them. */
export class Reader {
  readonly problems: Problem[] = [];
  files = 0;

  constructor(readonly tree: Tree) {}

  /** A file that need not be there; one that is listed and missing all the same is a link to nothing. */
  async bytes(path: string, listed: boolean): Promise<Uint8Array | null> {
    const result = await this.tree.read(path);
    if (!result.ok && result.refusal.code === 'file/missing' && !listed) return null;
    this.files += 1;
    if (result.ok) return result.bytes;
    const { code, message, help } = result.refusal;
    this.problems.push(ofFile(path, 'error', code, `The file ${message}.`, help));
    return null;
  }

  /** The same as text; an empty file is an empty text. */
  async text(path: string, listed = false): Promise<string | null> {
    const bytes = await this.bytes(path, listed);
    if (bytes === null) return null;
    const { text, problem } = decode(bytes);
    if (problem === null || problem === 'empty') return text;
    const help = 'Save it as UTF-8 text of at most 1 MiB.';
    this.problems.push(
      ofFile(path, 'error', `file/${problem}`, `The file ${UNREADABLE[problem]}; it was not read.`, help),
    );
    return null;
  }

  /** The paths in a folder that are wanted; null where there is no folder. */
  async list(folder: string, wanted: (path: string) => boolean): Promise<string[] | null> {
    const result = await this.tree.list(folder);
    if (result.ok) return result.names.map((name) => `${folder}/${name}`).filter(wanted);
    if (result.refusal.code !== 'file/missing') {
      const { code, message, help } = result.refusal;
      this.problems.push(ofFile(folder, 'error', code, `The folder ${message}.`, help));
    }
    return null;
  }

  async proposals(paths: readonly string[]): Promise<{ path: string; bytes: Uint8Array }[]> {
    const found: { path: string; bytes: Uint8Array }[] = [];
    for (const path of paths) {
      const bytes = await this.bytes(path, true);
      if (bytes !== null) found.push({ path, bytes });
    }
    return found;
  }

  async templates(): Promise<TemplateFile[]> {
    const found: TemplateFile[] = [];
    for (const path of (await this.list(TEMPLATES_FOLDER, (path) => path.endsWith('.liquid'))) ?? []) {
      const text = await this.text(path, true);
      if (text !== null) found.push({ name: path.slice(TEMPLATES_FOLDER.length + 1), text });
    }
    return found;
  }

  async charters(folders: readonly string[]): Promise<GoverningTexts['charters']> {
    const found: GoverningTexts['charters'] = [];
    for (const folder of folders) {
      for (const path of (await this.list(folder, isPage)) ?? []) {
        const text = await this.text(path, true);
        if (text !== null) found.push({ path, text });
      }
    }
    return found;
  }
}
