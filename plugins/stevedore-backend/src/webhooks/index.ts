export { createWebhooks, WEBHOOKS_PATH } from './createWebhooks';
