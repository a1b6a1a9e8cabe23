import assert from 'node:assert/strict';
import {after, before, test} from 'node:test';
import {documentOnly} from '../../../src/domain/default-templates.ts';
import {openPageWorld} from '../pages/page-world.ts';
import type {PageWorld} from '../pages/page-world.ts';

let world: PageWorld;
before(async () => {
  world = await openPageWorld({allowedDomains: ['shop.example.com']});
});
after(() => world.close());

const create = (styles: object, name = 'Brand') =>
  world.request('POST', '/theme-sets', {body: {data: {attributes: {name, styles}}}});
const light = (inquiry: object) => ({light: {inquiry}});

/** What the page hands to the flow. */
async function themeAt(query: string): Promise<{scheme?: string; properties?: Record<string, string>} | undefined> {
  const {text} = await world.open(`/verify?${query}`);
  const attribute = /\stheme="([^"]*)"/.exec(text)?.[1];
  return attribute === undefined
    ? undefined
    : (JSON.parse(attribute.replaceAll('&quot;', '"')) as {properties: Record<string, string>});
}

test('a theme set is made, read, changed, listed by status and archived', async () => {
  const made = await create(light({accent: '#6D28D9'}));
  assert.equal(made.status, 201);
  assert.deepEqual(made.body.data?.attributes['styles'], light({accent: '#6d28d9'}));
  const address = `/theme-sets/${made.body.data?.id}`;
  const body = {data: {attributes: {name: 'New name', styles: light({radius: '4px'})}}};
  const changed = await world.request('PATCH', address, {body});
  assert.deepEqual([changed.status, changed.body.data?.attributes['name']], [200, 'New name']);
  assert.deepEqual((await world.request('GET', address)).body.data, changed.body.data);
  assert.equal((await world.request('DELETE', address)).body.data?.attributes['status'], 'archived');
  assert.equal((await world.request('PATCH', address, {body})).status, 409);
  const ids = async (status: string) =>
    (await world.request('GET', `/theme-sets?filter[status]=${status}`)).body.data?.map(({id}) => id);
  assert.ok((await ids('archived'))?.includes(String(made.body.data?.id)));
  assert.ok(!(await ids('active'))?.includes(String(made.body.data?.id)));
});

test('a cell that is not known, or whose value could do more than look, is refused at its place', async () => {
  const answer = await create({
    light: {inquiry: {accent: 'url(https://x.example/)', glow: '#ffffff'}, components: {button: {}}},
  });
  assert.equal(answer.status, 400);
  const pointers = answer.body.errors?.map(({meta}) => meta?.source?.pointer);
  for (const cell of ['inquiry/accent', 'inquiry/glow', 'components/button'])
    assert.ok(pointers?.includes(`/data/attributes/styles/light/${cell}`), `${cell}: ${pointers}`);
});

test('colours that some people could not read are a warning beside the answer', async () => {
  const poor = await create(light({ink: '#bbbbbb'}));
  assert.equal(poor.status, 201);
  assert.match(poor.headers.get('contrast-warning') ?? '', /^light: ink on ground is 1\.9:1 of 4\.5:1$/);
  assert.equal((await create(light({accent: '#6d28d9'}))).headers.get('contrast-warning'), null);
});

test('the flow gets the look that the template names, the inquiry instead, and the page before both', async () => {
  const [ofTemplate, ofInquiry, ofPage] = await Promise.all(
    ['#111111', '#222222', '#333333'].map(async (accent) => String((await create(light({accent}))).body.data?.id)),
  );
  const graph = {...documentOnly, themeSet: ofTemplate};
  const template = await world.request('POST', '/inquiry-templates', {body: {data: {attributes: {name: 'T', graph}}}});
  const templateId = String(template.body.data?.id);
  const accentAt = async (query: string) => (await themeAt(query))?.properties?.['--cs-accent'];
  assert.equal(await accentAt(`inquiry-template-id=${templateId}`), 'light-dark(#111111, #2dd4bf)');
  const attributes = {'inquiry-template-id': templateId, 'theme-set-id': ofInquiry};
  const {body} = await world.request('POST', '/inquiries', {body: {data: {attributes}}});
  assert.equal(await accentAt(`inquiry-id=${body.data?.id}`), 'light-dark(#222222, #2dd4bf)');
  assert.match((await accentAt(`inquiry-id=${body.data?.id}&theme-set-id=${ofPage}`)) ?? '', /#333333/);
  await world.request('DELETE', `/theme-sets/${ofTemplate}`);
  assert.equal(await themeAt(`inquiry-template-id=${templateId}`), undefined, 'an archived one is none');
});

test('a look of another environment is none, and a template that names no look there is cannot be published', async () => {
  const theirs = await world.request('POST', '/theme-sets', {
    key: world.otherKey,
    body: {data: {attributes: {name: 'Theirs', styles: light({accent: '#444444'})}}},
  });
  const id = String(theirs.body.data?.id);
  assert.equal(await themeAt(`inquiry-template-id=${world.templateId}&theme-set-id=${id}`), undefined);
  const graph = {...documentOnly, themeSet: id};
  const body = {data: {attributes: {'inquiry-template-id': world.templateId, graph}}};
  const draft = await world.request('POST', '/inquiry-template-versions', {body});
  const published = await world.request('POST', `/inquiry-template-versions/${draft.body.data?.id}/publish`);
  assert.equal(published.status, 400);
  assert.equal(published.body.errors?.[0]?.meta?.source?.pointer, '/themeSet');
});
