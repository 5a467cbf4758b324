import { inspectPeople, type Problem } from '../people/index.js';
import { barFiles } from './bar.js';
import { modelOf, type Filed, type Governed, type Model } from './model.js';
import type { Page } from './page.js';
import { agendaPage } from './pages/agenda.js';
import { auditPage } from './pages/audit.js';
import { frontPage } from './pages/front.js';
import { groupPage } from './pages/group.js';
import { healthPage } from './pages/health.js';
import { peoplePage } from './pages/people.js';
import { proposalPage } from './pages/proposal.js';
import type { Index } from './read-index.js';
import { fileName, isFiled, openRound } from './rows.js';
import { monthsOf, sparkFiles } from './spark.js';

/**
 * All pages, by their paths in the dashboard's folder. Deterministic: the same facts give the same bytes, so nothing is
 * written twice.
 * @param filed proposals that are known by their files alone
 */
export function pages(index: Index, governed: Governed, filed: readonly Filed[] = []): Page[] {
  const model = modelOf(index, filed, governed);
  const drift = driftIn(model);
  return [
    { path: 'README.md', text: frontPage(model) },
    { path: 'agenda.md', text: agendaPage(model) },
    { path: 'people.md', text: peoplePage(model) },
    { path: 'health.md', text: healthPage(model) },
    { path: 'audit.md', text: auditPage(model) },
    ...[...model.groups.values()].map((group) => ({
      path: `groups/${group.slug}.md`,
      text: groupPage(model, group, drift.get(group.source) ?? []),
    })),
    ...[...model.entries, ...model.filed].map((one) => ({
      path: `proposals/${isFiled(one) ? fileName(one.path) : one.pull}.md`,
      text: proposalPage(model, one),
    })),
    ...picturesOf(model),
  ];
}

/** The pictures of quorum bars and of the groups' months, each once: what stands alike shares one. */
function picturesOf({ entries, groups, own, asOf }: Model): Page[] {
  const bars = entries.flatMap((entry) => {
    const round = openRound(entry);
    return round ? barFiles(round) : [];
  });
  const sparks = [...groups.keys()].flatMap((slug) => {
    const months = monthsOf(own.get(slug) ?? [], asOf);
    return months ? sparkFiles(months) : [];
  });
  const files = [...bars, ...sparks];
  return [...new Map(files.map((file) => [file.path, file])).values()];
}

/** What is to be said of who is who, by the paths of the files that it is about. */
function driftIn({ sources, asOf, rules }: Model): Map<string, Problem[]> {
  const found = new Map<string, Problem[]>();
  for (const problem of inspectPeople(sources, asOf, rules.rules.terms.before)) {
    for (const path of new Set([problem.path, ...(problem.others ?? []).map((one) => one.path)])) {
      const there = found.get(path);
      if (there) there.push(problem);
      else found.set(path, [problem]);
    }
  }
  return found;
}
