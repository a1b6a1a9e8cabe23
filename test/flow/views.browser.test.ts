import {expect} from '@open-wc/testing';
import {openFlow, waitUntil} from './flow-page.ts';
import {positions} from './positions.ts';

const fetched = (name: string): boolean =>
  performance.getEntriesByType('resource').some((entry) => entry.name.includes(`/src/flow/${name}.ts`));

describe('what is fetched ahead', () => {
  it('is what a consent names, and no camera where nothing is photographed', async () => {
    const screen = {kind: 'consent', requester: 'Acme Bikes', retentionDays: 30} as const;
    await openFlow({...positions.consent, screen: {...screen, collects: ['phone', 'answers']}});
    await waitUntil(() => fetched('steps/phone-number') && fetched('locales/en/code'), 'the step that follows');
    for (const name of ['steps/document', 'capture/capture-view', 'locales/en/capture']) {
      expect(fetched(name), name).to.equal(false);
    }
  });

  it('is the document where one is taken, also from a consent that the page itself offers', async () => {
    await openFlow(undefined, {
      'template-id': 'itmpl_1',
      requester: 'Acme Bikes',
      'retention-days': '30',
      collects: 'document face',
    });
    await waitUntil(() => fetched('steps/document') && fetched('locales/en/capture'), 'the step that follows');
    expect(fetched('steps/selfie')).to.equal(false);
  });
});
