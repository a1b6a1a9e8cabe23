import {expect} from '@open-wc/testing';
import {emulateMedia} from '@web/test-runner-commands';
import {applyTheme, applyThemeSet, poorContrasts} from '../../src/flow/theme.ts';
import {adoptTokens} from '../../src/ui/tokens.ts';

const root = document.documentElement;

describe('a theme', () => {
  let said: string[];
  const warn = console.warn;
  beforeEach(() => {
    adoptTokens(document);
    said = [];
    console.warn = (words: string) => void said.push(words);
  });
  afterEach(() => {
    console.warn = warn;
    root.removeAttribute('style');
  });

  it('reads well as it is, in light and dark', () => {
    for (const scheme of ['light', 'dark'] as const) {
      applyTheme(root, {scheme});
      expect(poorContrasts(root), scheme).to.deep.equal([]);
    }
    expect(said).to.deep.equal([]);
  });

  it('is light, dark, or what the device is, and changes with it', async () => {
    const ground = (): string => getComputedStyle(document.body).backgroundColor;
    const [light, dark] = ['rgb(255, 255, 255)', 'rgb(18, 23, 27)'];
    const seen: string[] = [];
    for (const device of ['light', 'dark'] as const) {
      await emulateMedia({colorScheme: device});
      for (const scheme of ['light', 'dark', 'auto'] as const) {
        applyTheme(root, {scheme});
        seen.push(ground());
      }
    }
    await emulateMedia({colorScheme: 'light'});
    expect(seen).to.deep.equal([light, dark, light, light, dark, dark]);
  });

  it('puts readable words on any accent, and says nothing where all is well', () => {
    applyTheme(root, {scheme: 'light', properties: {'--cs-accent': '#6d28d9'}});
    expect(root.style.getPropertyValue('--cs-on-accent')).to.equal('#ffffff');
    expect(said).to.deep.equal([]);
    applyTheme(root, {properties: {'--cs-accent': '#facc15'}});
    expect(root.style.getPropertyValue('--cs-on-accent')).to.equal('#000000');
  });

  it('tells the integrator which colours people cannot read, and by how much', () => {
    applyTheme(root, {scheme: 'light', properties: {'--cs-ink': '#999999', '--cs-ground': '#ffffff'}});
    expect(said).to.deep.equal([
      'Countersign theme: --cs-ink on --cs-ground has a contrast of 2.8:1; WCAG 2.2 asks for 4.5:1.',
    ]);
  });

  it('takes no property that is not ours, and nothing that calls out', () => {
    const properties = {'--cs-nothing': 'red', '--cs-ground': 'url(https://evil.example/)', '--cs-radius': '4px'};
    applyTheme(root, {properties});
    expect(root.style.getPropertyValue('--cs-nothing')).to.equal('');
    expect(root.style.getPropertyValue('--cs-ground')).to.equal('');
    expect(root.style.getPropertyValue('--cs-radius')).to.equal('4px');
  });

  it('of the server brings a logo and a font, from the server only', async () => {
    await applyThemeSet({theme: {properties: {'--cs-radius': '2px'}, logo: '/themes/brand/logo.svg'}});
    expect(root.style.getPropertyValue('--cs-radius')).to.equal('2px');
    expect(root.style.getPropertyValue('--flow-logo')).to.equal('url("/themes/brand/logo.svg")');
    root.removeAttribute('style');
    for (const logo of [
      'https://evil.example/logo.svg',
      '/themes/a/x.svg") , url("//evil',
      '//evil/themes/a/b.svg',
      7,
    ]) {
      await applyThemeSet({theme: {logo, font: logo}});
      expect(root.style.cssText, String(logo)).to.equal('');
    }
  });

  it('falls back to the system’s type where its font does not come, and says so', async () => {
    await applyThemeSet({theme: {font: '/themes/none/font.woff2'}});
    expect(root.style.getPropertyValue('--cs-font')).to.match(/^countersign-theme, .*system-ui/);
    expect(said).to.deep.equal(['Countersign: the font /themes/none/font.woff2 did not load.']);
  });

  it('that is not on the server is told to the integrator', async () => {
    await applyThemeSet({themeSetId: 'tset_gone'});
    expect(said).to.deep.equal(['Countersign: there is no theme set "tset_gone" on this server.']);
  });
});
