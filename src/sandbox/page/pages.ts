import { checksPage } from './checks.js';
import { conversationPage } from './conversation.js';
import { dashboardPage } from './dashboard.js';
import { editorPage } from './editor.js';
import { filesPage } from './files.js';
import type { Html } from './html.js';
import { layout, type Place, type Tab } from './layout.js';
import type { Show } from './show.js';

/** The page of a pull request that `show.page` names; null where there is none. @param places the tables to go to */
export function pullPage(places: readonly Place[], show: Show): Html | null {
  const [tab = '', ...rest] = show.page.split('/');
  const found = contentOf(show, tab, rest.join('/'));
  return found && layout(places, show, found.tab, found.content);
}

function contentOf(show: Show, tab: string, rest: string): { tab: Tab; content: Html } | null {
  const page = (tab: Tab, content: Html | null): { tab: Tab; content: Html } | null => content && { tab, content };
  switch (tab) {
    case 'dashboard':
      return page(tab, dashboardPage(show, rest));
    case 'edit':
      return page(tab, editorPage(show, rest));
    case '':
      return rest === '' ? page(tab, conversationPage(show)) : null;
    case 'files':
      return rest === '' ? page(tab, filesPage(show)) : null;
    case 'checks':
      return rest === '' ? page(tab, checksPage(show)) : null;
    default:
      return null;
  }
}
