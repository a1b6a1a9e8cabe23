/** Tells the server what this browser says of itself, once per session. Read from standard properties; nothing is drawn or probed. */
import type {VisitSignals} from '../protocol/flow.ts';
import type {Api} from './api.ts';

export async function tellSignals(api: Api): Promise<void> {
  await api.send({method: 'POST', path: '/signals', json: visitSignals()});
}

function visitSignals(): VisitSignals {
  const {languages, hardwareConcurrency, maxTouchPoints, webdriver} = navigator;
  const {timeZone} = Intl.DateTimeFormat().resolvedOptions();
  return {
    languages: languages.slice(0, 10),
    screen: [screen.width, screen.height, Math.round(devicePixelRatio * 100)],
    touchPoints: maxTouchPoints,
    ...(timeZone && {timeZone}),
    ...(hardwareConcurrency && {cores: hardwareConcurrency}),
    // undefined where a browser does not know the property; false and true are what it says
    ...(typeof webdriver === 'boolean' && {webdriver}),
  };
}
