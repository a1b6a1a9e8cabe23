/**
 * The question whether somebody is still there, with the time that is left. Staying (Escape, too) begins the session anew; without an
 * answer the server's word that it ended is shown. What was typed or photographed stays where it is meanwhile.
 */
import {ConfirmDialog, type ConfirmDialogAnswer} from '../ui/confirm-dialog.ts';
import {define} from '../ui/define.ts';
import {loadWords, t} from './words.ts';

export interface Idler {
  renderRoot: HTMLElement | DocumentFragment;
  announce(text: string): void;
  /** Begins the session anew; resolves with the seconds it has now. */
  stay(): Promise<number>;
  leave(): void;
  /** Nobody answered. */
  ended(): void;
}

define('cs-confirm-dialog', ConfirmDialog);

export async function askWhetherThere(secondsLeft: number, idler: Idler): Promise<void> {
  if (idler.renderRoot.querySelector('.idle')) return;
  const endsAt = Date.now() + secondsLeft * 1000;
  await loadWords('idle');
  const dialog = document.createElement('cs-confirm-dialog') as ConfirmDialog;
  dialog.className = 'idle';
  const say = (): void => {
    const count = Math.max(1, Math.ceil((endsAt - Date.now()) / 60_000));
    dialog.heading = t('idle.title');
    dialog.text = `${t('idle.text', {count})} ${t('idle.kept')}`;
    dialog.dismiss = t('idle.stay');
    dialog.confirm = t('base.exitLeave');
  };
  const close = (): void => {
    clearInterval(minutes);
    clearTimeout(end);
    dialog.remove();
  };
  say();
  const minutes = setInterval(say, 20_000);
  const end = setTimeout(
    () => {
      close();
      idler.ended();
    },
    endsAt - Date.now() + 1000,
  );
  dialog.addEventListener('cs-answer', (event) => {
    close();
    if ((event as ConfirmDialogAnswer).confirmed) return idler.leave();
    idler.stay().then(
      (seconds) => seconds > secondsLeft && idler.announce(t('idle.extended')),
      () => idler.ended(),
    );
  });
  idler.renderRoot.append(dialog);
  await dialog.show();
}
