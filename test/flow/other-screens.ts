/** Screens that are no position of the server's: before there is a session, on the way to another device, and around every screen. */
import type {Handoff} from '../../src/protocol/flow.ts';
import {askWhetherThere} from '../../src/flow/idle.ts';
import {deep, openFlow, waitUntil, type FlowPage} from './flow-page.ts';
import {positions} from './positions.ts';
import {refuse} from './scripted-fetch.ts';

const handoff: Handoff = {
  code: 'X7Q2',
  link: 'https://verify.example.com/go/X7Q2-9KD4-MM31',
  expiresAt: '2100-01-01T00:00:00Z',
  senders: ['email', 'sms'],
};
const joined = [{id: 'ises_2', at: '2026-03-01T10:00:00Z'}];

export const otherScreens: Record<string, (language: string) => Promise<FlowPage>> = {
  start: (language) => openFlow(undefined, {'template-id': 'itmpl_1', language}),
  startForm: (language) =>
    openFlow(undefined, {
      'template-id': 'itmpl_1',
      requester: 'Acme Bikes',
      collects: 'papers phone email answers',
      language,
    }),
  offer: (language) =>
    openFlow(undefined, {
      'template-id': 'itmpl_1',
      requester: 'Acme Bikes',
      'retention-days': '30',
      collects: 'document papers face phone email answers records',
      language,
    }),
  code: (language) => openFlow(undefined, {code: 'one-time', requester: 'Acme Bikes', language}),
  handoff: async (language) => {
    const page = await openFlow(positions.ready, {language}, ({next}) => {
      next.push({path: /POST \/handoff$/, answer: () => Response.json(handoff, {status: 201})});
    });
    page.flow.devices.handOver();
    await waitUntil(() => deep(page.flow, 'cs-send-link').length === 2, 'the ways to send the link');
    return page;
  },
  handoffJoined: async (language) => {
    const page = await openFlow({...positions.ready, joined}, {language});
    await waitUntil(() => deep(page.flow, '.danger').length > 0, 'a way to refuse the other device');
    return page;
  },
  error: (language) =>
    openFlow(positions.choose, {language}, ({next}) => {
      next.push({path: /GET \/position/, answer: () => refuse(500, 'internal')});
    }),
  leave: async (language) => {
    const page = await openFlow(positions.ready, {language});
    window.dispatchEvent(new KeyboardEvent('keydown', {key: 'Escape'}));
    await waitUntil(() => deep(page.flow, 'dialog[open]').length > 0, 'the question whether to leave');
    return page;
  },
  left: async (language) => {
    const page = await otherScreens['leave']?.(language);
    if (!page) throw new Error('there is no question before leaving');
    deep(page.flow, 'dialog[open] .danger')[0]?.click();
    await waitUntil(() => deep(page.flow, 'countersign-step-error').length > 0, 'the screen after leaving');
    return page;
  },
  idle: async (language) => {
    const page = await openFlow(positions.ready, {language});
    await askIdly(page);
    return page;
  },
};

/** The question as the session's clock asks it. */
export async function askIdly({flow}: FlowPage): Promise<void> {
  const nothing = (): void => {};
  const stay = () => Promise.resolve(0);
  await askWhetherThere(100, {renderRoot: flow.renderRoot, announce: nothing, stay, leave: nothing, ended: nothing});
}
