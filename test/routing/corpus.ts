import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { packRules } from '../../src/facts/governing.js';
import { peopleOn, readSources } from '../../src/people/index.js';
import { readProposal } from '../../src/proposal/index.js';
import type { Ground, Matter } from '../../src/routing/index.js';

const CORPUS = new URL('../../../shared/corpus/', import.meta.url);
/** Whether the real documents lie beside the repository. */
export const hasCorpus = existsSync(CORPUS);

const at = (path: string): URL => new URL(path, CORPUS);
const text = (path: string): string => readFileSync(at(path), 'utf8');

/** The real charters, maintainers and rules. */
export function realGround(): Ground {
  const rules = packRules();
  const { workingGroups, interestGroups, maintainers } = rules.paths;
  const charters = [workingGroups, interestGroups].flatMap((folder) =>
    readdirSync(at(`spec/${folder}/`)).map((file) => ({
      path: `${folder}/${file}`,
      text: text(`spec/${folder}/${file}`),
    })),
  );
  const sources = readSources({ charters, maintainers: text(`spec/${maintainers}`), roster: null }, rules.paths);
  const today = '2026-08-31';
  return { governance: peopleOn(sources, today), rules, today };
}

/** Every real proposal with its number: that of the file where it is merged, that of the pull request where it is open. */
export function realMatters(): (Matter & { number: number })[] {
  const merged = readdirSync(at('spec/seps/')).flatMap((file) => {
    const number = Number(/^\d+/.exec(file)?.[0] ?? NaN);
    return Number.isNaN(number) ? [] : [matter(number, `seps/${file}`, text(`spec/seps/${file}`))];
  });
  const open = readdirSync(at('pulls/')).flatMap((number) =>
    readdirSync(at(`pulls/${number}/seps/`)).map((file) =>
      matter(Number(number), `seps/${file}`, text(`pulls/${number}/seps/${file}`)),
    ),
  );
  return [...merged, ...open];
}

const matter = (number: number, path: string, source: string) => ({
  number,
  source,
  proposal: readProposal(source, { path }),
  paths: [],
});
