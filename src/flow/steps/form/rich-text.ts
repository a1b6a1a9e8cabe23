/** Texts of a template: paragraphs by empty lines, `**strong**` and `[links](https://…)`. Nothing else is markup, and none is HTML. */
import {html, type TemplateResult} from 'lit';

const marks = /\*\*([^*]+)\*\*|\[([^\]]+)\]\((https:\/\/[^\s()]+|mailto:[^\s()]+|tel:[+\d-]+)\)/g;

export function richText(text: string): (string | TemplateResult)[] {
  const parts: (string | TemplateResult)[] = [];
  let at = 0;
  for (const match of text.matchAll(marks)) {
    const [all, strong, label, href = ''] = match;
    parts.push(text.slice(at, match.index));
    parts.push(
      strong === undefined
        ? html`<a href=${href} target="_blank" rel="noopener noreferrer">${label}</a>`
        : html`<strong>${strong}</strong>`,
    );
    at = match.index + all.length;
  }
  return [...parts, text.slice(at)];
}

/** The words alone. */
export function plainText(text: string): string {
  return text.replaceAll(marks, (_all, strong?: string, label?: string) => strong ?? label ?? '');
}

export function paragraphs(text: string, of = 'text'): TemplateResult[] {
  return text.split(/\n\s*\n/).map((one) => html`<p class=${of}>${richText(one)}</p>`);
}
