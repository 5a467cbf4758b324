import { cell } from '../../publish/escape.js';
import { words } from '../../templates/index.js';
import { agendaOf, nominationsFor, whyHere } from '../agenda.js';
import type { Model } from '../model.js';
import { groupTitle, nominated, titled } from '../rows.js';

/** What waits for the core. */
export function agendaPage(model: Model): string {
  const matters = agendaOf(model.entries).map(({ place, entry, asked }) => ({
    ...titled(entry, ''),
    place,
    groupTitle: groupTitle(model, entry.group),
    asked: cell(asked),
    why: cell(whyHere(entry, model.areas)),
  }));
  const nominations = nominationsFor(model.pending).map(({ nomination, asked, why }, index) => ({
    ...nominated(nomination, ''),
    place: matters.length + index + 1,
    groupTitle: groupTitle(model, nomination.group),
    ...{ asked: cell(asked), why: cell(why) },
  }));
  return words('agenda', { matters: [...matters, ...nominations] }, model.overrides);
}
