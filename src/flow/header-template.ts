import {html, nothing, type TemplateResult} from 'lit';
import type {Position} from '../protocol/position.ts';
import {closeIcon, globeIcon} from '../ui/frame-icons.ts';
import {currentLanguage, languageName, languages, t} from './words.ts';

export interface HeaderProperties {
  progress: NonNullable<Position['progress']> | undefined;
  /** Who asks; empty where the page does not know yet. */
  requester: string;
  /** Whether there is something to leave. */
  closable: boolean;
  onClose: () => void;
  onLanguage: (language: string) => void;
}

/** Above every screen: who asks, how far it is, the language and the way out, always at the same places. */
export function headerTemplate({progress, requester, closable, onClose, onLanguage}: HeaderProperties): TemplateResult {
  const step = progress && progress.done < progress.of && {done: progress.done + 1, of: progress.of};
  return html`<header>
    <div class="where">
      ${requester ? html`<span class="requester"><bdi>${requester}</bdi></span>` : nothing}
      ${step ? html`<span class="step">${t('base.stepOf', step)}</span>` : nothing}
    </div>
    ${languageTemplate(onLanguage)}
    ${
      closable
        ? html`<button class="icon-button" type="button" aria-label=${t('base.close')} @click=${onClose}>
            ${closeIcon()}
          </button>`
        : nothing
    }
    ${
      progress
        ? html`<progress max=${progress.of} .value=${progress.done} aria-label=${t('base.progress')}></progress>`
        : html`<hr />`
    }
  </header>`;
}

function languageTemplate(onLanguage: HeaderProperties['onLanguage']): TemplateResult {
  const changed = (event: Event) => onLanguage((event.target as HTMLSelectElement).value);
  return html`<label class="language">
    ${globeIcon()}
    <select aria-label=${t('base.language')} @change=${changed}>
      ${languages.map(
        (one) =>
          html`<option value=${one} lang=${one} ?selected=${one === currentLanguage()}>${languageName(one)}</option>`,
      )}
    </select>
  </label>`;
}
