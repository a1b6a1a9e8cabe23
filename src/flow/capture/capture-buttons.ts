/** The buttons around the camera's picture. */
import {html, type TemplateResult} from 'lit';
import {flipIcon, torchIcon, turnIcon, uploadIcon} from '../../ui/icons.ts';
import {phoneIcon} from '../../ui/phone-icon.ts';
import {t} from '../words.ts';

type Press = () => void;

export function turnButton(upright: boolean, press: Press): TemplateResult {
  return html`<button
    class="round"
    type="button"
    aria-label=${t('capture.turnFrame')}
    aria-pressed=${upright}
    @click=${press}
  >
    ${turnIcon()}
  </button>`;
}

export function torchButton(on: boolean, press: Press): TemplateResult {
  return html`<button
    class="round"
    type="button"
    aria-label=${t(on ? 'capture.torchOff' : 'capture.torchOn')}
    @click=${press}
  >
    ${torchIcon()}
  </button>`;
}

export function flipButton(press: Press): TemplateResult {
  return html`<button class="round" type="button" aria-label=${t('capture.flip')} @click=${press}>
    ${flipIcon()}
  </button>`;
}

export function uploadButton(press: Press): TemplateResult {
  return html`<button class="upload" type="button" @click=${press}>${uploadIcon()}${t('capture.upload')}</button>`;
}

export function phoneButton(press: Press): TemplateResult {
  return html`<button class="upload" type="button" @click=${press}>${phoneIcon()}${t('base.handOver')}</button>`;
}
