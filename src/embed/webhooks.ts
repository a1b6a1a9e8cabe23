/** `countersign/webhooks`: how a backend receives what happened. */
export {verifyWebhook, WebhookVerificationError} from './verify-webhook.ts';
export type {VerifyWebhookOptions, WebhookEvent, WebhookFailure} from './verify-webhook.ts';
export {webhookMiddleware, webhookRoute} from './webhook-handlers.ts';
export type {NodeRequest, NodeResponse, WebhookHandlerOptions} from './webhook-handlers.ts';
