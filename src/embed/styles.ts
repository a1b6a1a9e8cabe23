/** The element's own look, as a constructed sheet: a host page needs no `style-src` for it. */
// one line to the browser: a line break costs as much as a letter
const text =
  ':host{display:block;color-scheme:light dark}' +
  'iframe{display:block;border:0;width:100%;height:100%;min-height:inherit}' +
  'div{position:relative;min-height:640px}' +
  'dialog{padding:0;border:0;width:480px;height:760px;border-radius:16px;overflow:hidden}' +
  'dialog::backdrop{background:#0008}' +
  'button,a{padding:14px;border:0;position:absolute;top:0;right:0;background:Canvas;color:inherit}' +
  '@media(max-width:520px){dialog{min-width:100%;min-height:100%;border-radius:0}}'; // the least wins over the browser's own most

export function adoptStyles(root: ShadowRoot): void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(text);
  root.adoptedStyleSheets = [sheet];
}
