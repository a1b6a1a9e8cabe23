import {html, nothing, type TemplateResult} from 'lit';
import type {StepElement} from '../step-element.ts';
import {loadWords} from '../words.ts';

let loading: Promise<unknown> | undefined;

/** In a sandbox, below a step's own buttons: something to show in the camera's place. Elsewhere nothing, and nothing is fetched. */
export function offerSpecimens({position, actions, language}: StepElement): TemplateResult | typeof nothing {
  const names = position?.specimens;
  if (!names) return nothing;
  loading ??= load();
  return html`<cs-specimens .names=${names} .actions=${actions} .language=${language}></cs-specimens>`;
}

async function load(): Promise<void> {
  try {
    await loadWords('sandbox');
    await import('./specimens.ts');
  } catch {
    // the step goes on with its camera; the next one tries again
    loading = undefined;
  }
}
