import { governanceOf, RULES_FILE, Ungoverned } from '../../facts/governing.js';
import type { Governance } from '../../people/types.js';
import { loadRules, type Rules } from '../../rules/index.js';
import { textsOf } from '../ground.js';
import { branchFiles } from '../page/record.js';
import type { Laid } from './setting.js';

/** Who is who and by which rules, by the default branch of a world; read anew where that has moved, and each day. */
export class Governed {
  private read: { head: string; day: string; rules: Rules; governance: Governance } | null = null;

  constructor(private readonly ground: Laid['ground']) {}

  now(): { rules: Rules; governance: Governance } {
    const { sandbox, repo, rules: first } = this.ground;
    const head = repo.refs.get(`refs/heads/${repo.defaultBranch}`) ?? '';
    const day = sandbox.state.now.slice(0, 10);
    if (this.read?.head === head && this.read.day === day) return this.read;
    const files = Object.fromEntries(branchFiles(sandbox.state, repo, repo.defaultBranch));
    const read = loadRules(files[RULES_FILE] ?? null);
    const rules = read.ok ? read.loaded.rules : (this.read?.rules ?? first);
    try {
      this.read = { head, day, rules, governance: governanceOf(textsOf({ files }, rules), rules, day) };
    } catch (error) {
      // A roster that was merged and cannot be read: who was who before holds, as it does for Convenor.
      if (!(error instanceof Ungoverned) || !this.read) throw error;
      this.read = { ...this.read, head, day };
    }
    return this.read;
  }
}
