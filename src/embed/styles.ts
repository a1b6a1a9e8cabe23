/** The element's own look, as a constructed sheet: a host page needs no `style-src` for it. */
const text = `
:host{display:block;color-scheme:light dark}
iframe{display:block;border:0;width:100%;height:100%;min-height:inherit}
div{position:relative;min-height:var(--countersign-height,640px)}
dialog{padding:0;border:0;max-width:100vw;max-height:100dvh;width:var(--countersign-width,480px);height:var(--countersign-height,760px);border-radius:16px;overflow:hidden}
dialog::backdrop{background:#090e1280}
button,a{position:absolute;inset:0 0 auto auto;padding:12px;min-width:44px;border:0;background:Canvas;color:inherit}
a{inset:auto 0 0}
@media(max-width:520px){dialog{width:100vw;height:100dvh;border-radius:0}}`;

export function adoptStyles(root: ShadowRoot): void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(text);
  root.adoptedStyleSheets = [sheet];
}
