import type { WebhookDelivery } from '../../state/types.js';
import { headersOf } from '../../webhooks/transport.js';
import { found, numberParam } from '../lookup.js';
import { ok, refuse } from '../replies.js';
import { type Call, open, type RouteMap } from '../route.js';
import { callingApp } from './apps.js';

/** The app's webhook: its address and what was sent to it. Each attempt is a delivery of its own with the same GUID. */
export const deliveries = {
  'apps/get-webhook-config-for-app': open((call) => ok(configJson(call))),

  'apps/list-webhook-deliveries': open((call) => {
    const attempts = attemptsOf(call).reverse();
    const { query } = call.request;
    const status = query.get('status');
    const wanted = attempts.filter(
      ({ attempt }) => status === null || isSuccess(attempt.status) === (status === 'success'),
    );
    const perPage = Math.min(Math.max(Number(query.get('per_page') ?? 30) || 30, 1), 100);
    const cursor = query.get('cursor');
    const start = cursor === null ? 0 : wanted.findIndex(({ attempt }) => `v1_${attempt.id}` === cursor);
    if (start < 0) throw refuse(400, 'Invalid cursor');
    const next = wanted[start + perPage];
    const items = wanted.slice(start, start + perPage).map(itemJson);
    if (next === undefined) return ok(items);
    const rest = new URLSearchParams({ per_page: `${perPage}`, cursor: `v1_${next.attempt.id}` });
    if (status !== null) rest.set('status', status);
    return {
      ...ok(items),
      headers: { link: `<${call.state.urls.api}/app/hook/deliveries?${rest.toString()}>; rel="next"` },
    };
  }),

  'apps/get-webhook-delivery': open((call) => {
    const { delivery, attempt } = attemptNamed(call);
    const app = callingApp(call);
    return ok({
      ...itemJson({ delivery, attempt }),
      url: app.webhook.url ?? '',
      request: { headers: headersOf(app, delivery), payload: JSON.parse(delivery.payload) as object },
      response: { headers: {}, payload: '' },
    });
  }),

  'apps/redeliver-webhook-delivery': open(async (call) => {
    await call.redeliver(attemptNamed(call).delivery);
    return { status: 202, body: {} };
  }),
} satisfies RouteMap;

interface Sent {
  delivery: WebhookDelivery;
  attempt: WebhookDelivery['attempts'][number];
}

/** Oldest first. */
function attemptsOf(call: Call): Sent[] {
  const app = callingApp(call);
  return call.state.deliveries
    .filter(({ appId }) => appId === app.id)
    .flatMap((delivery) => triesOf(delivery).map((attempt) => ({ delivery, attempt })))
    .sort((a, b) => a.attempt.at.localeCompare(b.attempt.at) || a.attempt.id - b.attempt.id);
}

/** A webhook that was lost on its way is a failed delivery: it can be sent again. */
function triesOf(delivery: WebhookDelivery): WebhookDelivery['attempts'] {
  if (delivery.state !== 'lost' || delivery.attempts.length > 0) return delivery.attempts;
  return [{ id: delivery.id, at: delivery.createdAt, status: 0, redelivery: false, durationSeconds: 0 }];
}

function attemptNamed(call: Call): Sent {
  const id = numberParam(call, 'delivery_id');
  return found(attemptsOf(call), ({ attempt }) => attempt.id === id);
}

const isSuccess = (status: number): boolean => status >= 200 && status < 300;

/** GitHub's own words; 0 stands for a connection that failed. */
function statusText(status: number): string {
  if (isSuccess(status)) return 'OK';
  return status === 0 ? 'failed to connect to host' : `Invalid HTTP Response: ${status}`;
}

const itemJson = ({ delivery, attempt }: Sent): object => ({
  id: attempt.id,
  guid: delivery.guid,
  delivered_at: attempt.at,
  redelivery: attempt.redelivery,
  duration: attempt.durationSeconds,
  status: statusText(attempt.status),
  status_code: attempt.status,
  event: delivery.event,
  action: delivery.action,
  installation_id: delivery.installationId,
  repository_id: delivery.repositoryId,
  throttled_at: null,
});

function configJson(call: Call): object {
  const { webhook } = callingApp(call);
  return { content_type: 'json', insecure_ssl: '0', secret: '********', ...(webhook.url && { url: webhook.url }) };
}
