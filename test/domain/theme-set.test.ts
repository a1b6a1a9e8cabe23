import assert from 'node:assert/strict';
import {test} from 'node:test';
import fc from 'fast-check';
import {contrast, lookOf, poorContrasts} from '../../src/domain/theme-set.ts';
import {themeStylesSchema, themeTokens, tokenAliases, tokenList} from '../../src/protocol/theme-set.ts';
import {tokenNames, tokens} from '../../src/ui/tokens.ts';

test('tokens and what stands there without a look are those of the flow', () => {
  assert.deepEqual(
    tokenList.map((name) => `--cs-${name}`),
    tokenNames.filter((name) => name !== '--cs-shadow'),
  );
  for (const [name, definition] of Object.entries(themeTokens)) {
    if (definition.kind !== 'color') continue;
    const {light, dark} = definition;
    assert.ok(tokens.cssText.includes(`--cs-${name}: light-dark(${light}, ${dark});`), name);
  }
});

test('the look that nobody changed is one that everybody can read', () => {
  assert.deepEqual(poorContrasts({}), []);
});

test('light and dark travel as one property, and a token of one alone keeps ours for the other', () => {
  assert.deepEqual(
    lookOf({
      light: {inquiry: {accent: '#6d28d9', radius: '4px', 'color-font': '#000'}, 'step-assets': {folder: 'acme'}},
      dark: {inquiry: {accent: '#c4b5fd'}},
    }),
    {
      scheme: 'auto',
      properties: {
        '--cs-accent': 'light-dark(#6d28d9, #c4b5fd)',
        '--cs-ink': 'light-dark(#000, #eef2f4)',
        '--cs-radius': '4px',
      },
      folder: 'acme',
    },
  );
  assert.equal(lookOf({settings: {'use-dark-theme': false}}).scheme, 'light');
  assert.equal(lookOf({settings: {'preferred-theme-variant': 'dark'}}).scheme, 'dark');
});

test('contrast is that of WCAG, and a pair that is too close is named where it is shown', () => {
  assert.equal(contrast('#000000', '#fff'), 21);
  assert.ok(Math.abs(contrast('#777777', '#ffffff') - 4.48) < 0.01);
  const styles = {light: {inquiry: {ink: '#cccccc'}}};
  assert.deepEqual(
    poorContrasts(styles).map(({variant, on, ground}) => [variant, on, ground]),
    [['light', 'ink', 'ground']],
  );
  assert.deepEqual(poorContrasts({...styles, settings: {'preferred-theme-variant': 'dark'}}), []);
  // an accent that came alone gets black or white on it, one of which can always be read
  fc.assert(
    fc.property(fc.integer({min: 0, max: 0xffffff}), (number) => {
      const accent = `#${number.toString(16).padStart(6, '0')}`;
      const poor = poorContrasts({light: {inquiry: {accent}}});
      assert.ok(poor.every(({on}) => on !== 'on-accent'));
    }),
  );
});

test('no value reaches the page that could fetch, escape or end its place', () => {
  const taken = (cell: string, value: string) =>
    themeStylesSchema.safeParse({light: {inquiry: {[cell]: value}}}).success;
  for (const cell of [...tokenList, ...Object.keys(tokenAliases)]) {
    for (const value of ['url(https://x.example/a)', 'red;}', '</style>', 'expression(1)', 'var(--x)', '\\61', '']) {
      assert.equal(taken(cell, value), false, `${cell}: ${value}`);
    }
    fc.assert(
      fc.property(fc.string(), (value) => {
        if (taken(cell, value)) assert.match(value, /^(#[0-9a-fA-F]{3,6}|\d{1,3}px|[\p{L}\p{N} ,'"-]+)$/u);
      }),
      {numRuns: 50},
    );
  }
  assert.equal(taken('unknown', '#fff'), false);
  assert.ok(taken('font', "'Noto Sans', sans-serif") && taken('color-primary', '#0F766E'));
});
