import {after, before, describe, test} from 'node:test';
import assert from 'node:assert/strict';
import fc from 'fast-check';
import {directive, flowAttributes, openPageWorld, type PageWorld} from './page-world.ts';

let world: PageWorld;
const shop = 'https://shop.example.com';

before(async () => {
  world = await openPageWorld({
    allowedDomains: ['shop.example.com'],
    redirectUris: ['https://shop.example.com'],
    requester: 'Birch & "Oar" <Ltd>',
    words: {de: {'base.startTitle': 'Fast "da" <b>'}},
  });
});
after(() => world.close());

const widget = (query: string): string => `/widget?protocol=1&template-id=${world.templateId}&${query}`;
const framedBy = (origin: string): string => widget(`iframe-origin=${encodeURIComponent(origin)}`);

describe('/widget', () => {
  test('may be framed by exactly the site that asked and is listed', async () => {
    const {status, headers, text} = await world.open(framedBy(shop));
    assert.equal(status, 200);
    assert.equal(directive(headers, 'frame-ancestors'), shop);
    const {mode, 'host-origin': host, 'template-id': template, requester} = flowAttributes(text);
    assert.deepEqual({mode, host, template}, {mode: 'frame', host: shop, template: world.templateId});
    assert.equal(requester, 'Birch & "Oar" <Ltd>');
  });

  test('has a policy without inline, eval or foreign code, and isolates itself', async () => {
    const {headers, text} = await world.open(framedBy(shop));
    assert.equal(directive(headers, 'default-src'), "'none'");
    assert.equal(directive(headers, 'script-src'), "'self' 'wasm-unsafe-eval'");
    assert.equal(directive(headers, 'style-src'), "'self'");
    assert.equal(directive(headers, 'connect-src'), "'self'");
    assert.equal(directive(headers, 'form-action'), "'none'");
    assert.equal(directive(headers, 'require-trusted-types-for'), "'script'");
    assert.equal(directive(headers, 'trusted-types'), 'lit-html countersign-worker');
    assert.equal(headers.get('cross-origin-embedder-policy'), 'require-corp');
    assert.equal(headers.get('cross-origin-resource-policy'), 'cross-origin');
    assert.equal(headers.get('document-isolation-policy'), 'isolate-and-require-corp');
    assert.equal(headers.get('referrer-policy'), 'no-referrer');
    assert.equal(headers.get('cache-control'), 'no-store');
    assert.match(headers.get('permissions-policy') ?? '', /^camera=\(self\), microphone=\(\)/);
    assert.equal(headers.get('set-cookie'), null);
    assert.doesNotMatch(text, /<script(?![^>]*\bsrc=)|<style|style="|\son[a-z]+="/);
  });

  test('names the setting to change when the site is not listed, and shows that to nobody else', async () => {
    const {status, headers, text} = await world.open(framedBy('https://other.example'));
    assert.equal(status, 400);
    assert.equal(directive(headers, 'frame-ancestors'), 'https://other.example');
    assert.match(text, /Add other\.example to the template’s allowed domains/);
    assert.doesNotMatch(text, /countersign-flow|shop\.example\.com/);
    assert.match(text, /data-error="invalid_config"/);
  });

  test('takes a page of this machine in sandbox', async () => {
    for (const origin of ['http://localhost:3002', 'http://127.0.0.1:8080', 'https://localhost']) {
      const {headers} = await world.open(framedBy(origin));
      assert.equal(directive(headers, 'frame-ancestors'), origin);
    }
  });

  test('puts nothing but an origin into its policy', async () => {
    for (const wrong of [
      '*',
      "'self'",
      'https://a.example; script-src *',
      'null',
      'data:x',
      'https://a b',
      'https://u@a.example',
    ]) {
      const {status, headers} = await world.open(framedBy(wrong));
      assert.equal(status, 400, wrong);
      assert.equal(directive(headers, 'frame-ancestors'), "'none'", wrong);
    }
  });

  test('speaks one protocol: native, compatible, never both or neither', async () => {
    const origin = `iframe-origin=${encodeURIComponent(shop)}&template-id=${world.templateId}`;
    const cases: [string, number, RegExp][] = [
      ['', 400, /invalid_config/],
      ['container-id=c&', 400, /invalid_config/],
      ['protocol=1&container-id=c&client-version=5.9.0&', 400, /invalid_config/],
      ['protocol=9&', 422, /unsupported_version/],
      ['container-id=c&client-version=5.9.0&', 200, /countersign-flow/],
    ];
    for (const [query, status, code] of cases) {
      const answer = await world.open(`/widget?${query}${origin}`);
      assert.equal(answer.status, status, query);
      assert.match(answer.text, code, query);
    }
  });

  describe('in the protocol of the reference SDK', () => {
    const compatible = (query: string): string =>
      `/widget?container-id=c-1&client-version=5.9.0&inquiry-template-id=${world.templateId}&${query}`;
    const byShop = `iframe-origin=${encodeURIComponent(shop)}`;
    const nested = `${byShop}&frame-ancestors[0]=${encodeURIComponent('http://localhost:8080')}`;

    test('says back what the SDK compares, and takes the token where it has to stand', async () => {
      const {text} = await world.open(
        compatible(`${byShop}&session-token=t-1&flow-type=inline&widget-padding[top]=12`),
      );
      const flow = flowAttributes(text);
      assert.equal(flow['container-id'], 'c-1');
      assert.equal(flow['template-id'], world.templateId);
      assert.equal(flow['host-origin'], shop);
      assert.equal(flow['session-token'], 't-1');
      assert.equal(flow['flow-type'], 'inline');
      assert.equal(flow['widget-padding'], '12px 0px 0px 0px');
      assert.match(text, /data-clean-url="\/widget\?(?!.*t-1)/);
    });

    test('lets every listed ancestor show it, and no other', async () => {
      const {status, headers} = await world.open(compatible(nested));
      assert.equal(status, 200);
      assert.equal(directive(headers, 'frame-ancestors'), `${shop} http://localhost:8080`);
      const refused = await world.open(compatible(`${byShop}&frame-ancestors[]=https://evil.example`));
      assert.equal(refused.status, 400);
      assert.match(refused.text, /evil\.example may not show this template/);
      const malformed = await world.open(compatible(`${byShop}&frame-ancestors[]=*`));
      assert.equal(malformed.status, 400);
      assert.equal(directive(malformed.headers, 'frame-ancestors'), shop);
    });

    test('speaks to message-target-origin only where that is a page that may show it', async () => {
      const target = (origin: string): string =>
        compatible(`${nested}&message-target-origin=${encodeURIComponent(origin)}`);
      const flow = flowAttributes((await world.open(target('http://localhost:8080'))).text);
      assert.equal(flow['host-origin'], 'http://localhost:8080');
      for (const wrong of ['https://evil.example', 'null', '*']) {
        assert.equal((await world.open(target(wrong))).status, 400, wrong);
      }
    });

    test('tells a refusal in the words that the SDK hears', async () => {
      const {text} = await world.open(`/widget?container-id=c-1&client-version=5&template-id=itmpl_x&${byShop}`);
      assert.match(text, /data-error="not_found"/);
      assert.match(text, /data-container-id="c-1"/);
      assert.match(text, /data-template-id="itmpl_x"/);
    });

    test('takes what an address can say of a field: text, numbers, truth and lists', async () => {
      const {text} = await world.open(compatible(`${byShop}&fields[name-first]=Ada&fields[address][city]=Wells`));
      assert.deepEqual(JSON.parse(flowAttributes(text)['fields'] ?? ''), {
        'name-first': 'Ada',
        'address-city': 'Wells',
      });
    });
  });

  test('opens an inquiry by its id alone, and says nothing of its fields', async () => {
    const {body} = await world.request('POST', '/inquiries', {
      body: {data: {attributes: {'inquiry-template-id': world.templateId, fields: {'name-first': 'Zlatka'}}}},
    });
    const id = body.data?.id ?? '';
    const {status, text} = await world.open(
      `/widget?protocol=1&inquiry-id=${id}&iframe-origin=${encodeURIComponent(shop)}`,
    );
    assert.equal(status, 200);
    assert.equal(flowAttributes(text)['inquiry-id'], id);
    assert.doesNotMatch(text, /Zlatka|retention-days/);
  });

  test('says what is missing when nothing it knows is named', async () => {
    for (const query of ['template-id=itmpl_unknown', 'inquiry-id=inq_unknown']) {
      const {status} = await world.open(`/widget?protocol=1&${query}&iframe-origin=${encodeURIComponent(shop)}`);
      assert.equal(status, 404, query);
    }
  });

  test('carries values whole and escaped', async () => {
    const hostile = `"><script>alert(1)</script>&#x27;`;
    const {text} = await world.open(
      widget(`iframe-origin=${encodeURIComponent(shop)}&reference-id=${encodeURIComponent(hostile)}`),
    );
    assert.equal(flowAttributes(text)['reference-id'], hostile);
    assert.equal(text.includes('<script>'), false);
  });

  test('hands the template’s own words to the flow, escaped', async () => {
    const {words} = flowAttributes((await world.open(framedBy(shop))).text);
    assert.deepEqual(JSON.parse(words ?? ''), {de: {'base.startTitle': 'Fast "da" <b>'}});
  });

  test('preloads the first screen in the person’s language', async () => {
    const {text} = await world.open(framedBy(shop), {'accept-language': 'de-AT,de;q=0.9,en;q=0.8'});
    assert.match(text, /<html lang="de" dir="ltr">/);
    const preloaded = [...text.matchAll(/modulepreload" href="([^"]+)"/g)].map(([, href]) => href);
    assert.deepEqual(preloaded, ['/assets/flow-1.js', '/assets/lit-1.js', '/assets/consent-1.js', '/assets/de-1.js']);
    assert.match((await world.open(framedBy(shop), {'accept-language': 'ar'})).text, /<html lang="ar" dir="rtl">/);
  });

  test('answers any query with a page', async () => {
    const part = fc.oneof(
      fc.constantFrom(
        'fields',
        'protocol',
        'iframe-origin',
        'frame-ancestors',
        'template-id',
        'inquiry-id',
        'language',
      ),
      fc.string(),
    );
    const pair = fc.tuple(part, fc.array(fc.string(), {maxLength: 4}), fc.string());
    await fc.assert(
      fc.asyncProperty(fc.array(pair, {maxLength: 12}), async (pairs) => {
        const query = pairs.map(([name, path, value]) => [name + path.map((key) => `[${key}]`).join(''), value]);
        const {status} = await world.open(`/widget?${new URLSearchParams(query)}`);
        assert.ok([400, 404, 422].includes(status), String(status));
      }),
      {numRuns: 150},
    );
  });
});

describe('/verify', () => {
  test('is never framed, and says so in every way', async () => {
    const {status, headers, text} = await world.open(`/verify?inquiry-template-id=${world.templateId}`);
    assert.equal(status, 200);
    assert.equal(directive(headers, 'frame-ancestors'), "'none'");
    assert.equal(headers.get('x-frame-options'), 'DENY');
    assert.equal(headers.get('cross-origin-opener-policy'), 'same-origin');
    assert.equal(flowAttributes(text).mode, 'hosted');
    assert.match(text, /<noscript>/);
  });

  test('hands token and fields to the flow, and a clean address to its first script', async () => {
    const address = `/verify?inquiry-template-id=${world.templateId}&session-token=s3cret&fields[name-first]=Ada&fields[address][street-1]=Way+1&language=de`;
    const {text, headers} = await world.open(address);
    const flow = flowAttributes(text);
    assert.equal(flow['session-token'], 's3cret');
    assert.deepEqual(JSON.parse(flow.fields ?? ''), {'name-first': 'Ada', 'address-street-1': 'Way 1'});
    const [, first = ''] = /<script ([^>]*)>/.exec(text) ?? [];
    assert.match(first, /data-clean-url="\/verify\?inquiry-template-id=itmplv?_\w+&amp;language=de"/);
    assert.doesNotMatch(first, /type="module"|async|defer/);
    assert.equal(headers.get('referrer-policy'), 'no-referrer');
    assert.doesNotMatch(world.logged(), /s3cret|Ada/);
  });

  test('cleans the address of a refusal too', async () => {
    const {status, text} = await world.open('/verify?inquiry-template-id=itmpl_unknown&session-token=s3cret');
    assert.equal(status, 404);
    assert.match(text, /data-clean-url="\/verify\?inquiry-template-id=itmpl_unknown"/);
    assert.doesNotMatch(text, /s3cret/);
  });

  test('returns only to addresses of the template', async () => {
    const to = (uri: string): string =>
      `/verify?inquiry-template-id=${world.templateId}&redirect-uri=${encodeURIComponent(uri)}`;
    const {text} = await world.open(to(`${shop}/done?x=1`));
    assert.equal(flowAttributes(text)['redirect-uri'], `${shop}/done?x=1`);
    for (const uri of [
      'https://evil.example',
      'javascript:alert(1)',
      'https://shop.example.com.evil.example',
      '//evil.example',
    ]) {
      assert.equal((await world.open(to(uri))).status, 400, uri);
    }
  });

  test('names who asks on a one-time link, and claims nothing by being opened', async () => {
    const {body} = await world.request('POST', '/inquiries', {
      body: {data: {attributes: {'inquiry-template-id': world.templateId}}, meta: {'auto-create-one-time-link': true}},
    });
    const link = new URL(String(body.meta?.['one-time-link']));
    for (let i = 0; i < 2; i++) {
      const {status, text} = await world.open(link.pathname + link.search);
      assert.equal(status, 200);
      const {code, requester} = flowAttributes(text);
      assert.equal(code, link.searchParams.get('code'));
      assert.equal(requester, 'Birch & "Oar" <Ltd>');
    }
    const claimed = await world.database.db.selectFrom('one_time_code').select('claimed_at').execute();
    assert.deepEqual(
      claimed.map((row) => row.claimed_at),
      [null],
    );
  });

  test('lets the flow explain a link that is no longer known', async () => {
    const {status, text} = await world.open('/verify?code=nobody-made-this');
    assert.equal(status, 200);
    assert.equal(flowAttributes(text).requester, undefined);
  });
});

describe('built files', () => {
  test('are served for ever under their hashed or versioned names', async () => {
    for (const name of ['/assets/flow-1.js', '/embed/1.2.3.js']) {
      const {status, headers} = await world.open(name);
      assert.equal(status, 200);
      assert.equal(headers.get('cache-control'), 'public, max-age=31536000, immutable');
      assert.equal(headers.get('access-control-allow-origin'), '*');
      assert.equal(headers.get('cross-origin-resource-policy'), 'cross-origin');
      assert.equal(headers.get('x-content-type-options'), 'nosniff');
    }
    assert.equal((await world.open('/assets/reader-1.wasm')).headers.get('content-type'), 'application/wasm');
    const weights = await world.open('/assets/net-1.f16');
    assert.deepEqual([weights.status, weights.headers.get('content-type')], [200, 'application/octet-stream']);
    for (const name of ['/embed.js', '/embed/sri.json']) {
      assert.equal((await world.open(name)).headers.get('cache-control'), 'public, max-age=300');
    }
  });

  test('are compressed as the browser likes', async () => {
    const encoding = async (accept: string): Promise<string | null> =>
      (await world.open('/embed.js', {'accept-encoding': accept})).headers.get('content-encoding');
    assert.equal(await encoding('gzip, deflate, br, zstd'), 'br');
    assert.equal(await encoding('gzip'), 'gzip');
    assert.equal(await encoding('identity'), null);
  });

  test('are all there is: nothing outside the folders answers', async () => {
    for (const name of [
      '/assets/..%2fmanifest.json',
      '/assets/%2e%2e/manifest.json',
      '/embed/..%2f..%2fpackage.json',
      '/assets/nothing.js',
      '/manifest.json',
      '/assets/',
    ]) {
      assert.equal((await world.open(name)).status, 404, name);
    }
  });

  test('/preload may be framed by anybody and opens nothing', async () => {
    const {status, headers, text} = await world.open('/preload');
    assert.equal(status, 200);
    assert.equal(directive(headers, 'frame-ancestors'), '*');
    assert.doesNotMatch(text, /<script|countersign-flow/);
    assert.match(text, /modulepreload" href="\/assets\/flow-1\.js"/);
  });
});
