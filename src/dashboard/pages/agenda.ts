import { cell } from '../../publish/escape.js';
import { words } from '../../templates/index.js';
import { agendaOf, whyHere } from '../agenda.js';
import type { Model } from '../model.js';
import { groupTitle, titled } from '../rows.js';

/** What waits for the core. */
export function agendaPage(model: Model): string {
  const matters = agendaOf(model.entries).map(({ place, entry, asked }) => ({
    ...titled(entry, ''),
    place,
    groupTitle: groupTitle(model, entry.group),
    asked: cell(asked),
    why: cell(whyHere(entry, model.areas)),
  }));
  return words('agenda', { matters }, model.overrides);
}
