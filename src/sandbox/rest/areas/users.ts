import { notFound } from '../../errors.js';
import { fullUserJson } from '../../json/accounts.js';
import { accountOf, numberParam, param, personOf } from '../lookup.js';
import { ok } from '../replies.js';
import { open, type RouteMap } from '../route.js';

/** People, bots and what organisations have as accounts. */
export const users = {
  'users/get-authenticated': open((call) => ok(fullUserJson(call.state, personOf(call)))),

  'users/get-by-username': open((call) => ok(fullUserJson(call.state, accountOf(call, param(call, 'username')).id))),

  'users/get-by-id': open((call) => {
    const id = numberParam(call, 'account_id');
    if (!call.state.accounts.has(id)) throw notFound();
    return ok(fullUserJson(call.state, id));
  }),
} satisfies RouteMap;
