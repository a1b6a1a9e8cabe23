/** Looks come when there is one: most pages have none, and the first screen does not wait for their code. */
import type {Theme} from '../protocol/messages.ts';
import type {FlowConfig} from './config.ts';

/** What the host page asks for. */
export async function dress(theme: Theme): Promise<void> {
  const {applyTheme} = await import('./theme.ts');
  applyTheme(document.documentElement, theme);
}

/** What the operator keeps on the server. */
export async function dressAs(config: FlowConfig): Promise<void> {
  if (!config.theme && !config.themeSetId) return;
  const {applyThemeSet} = await import('./theme.ts');
  await applyThemeSet(config);
}
