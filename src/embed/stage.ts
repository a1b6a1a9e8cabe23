/**
 * Where the frame stands: a modal `<dialog>` or a place in the page. Until the flow is ready a modal has a close button of its own (the
 * frame's page shows a skeleton meanwhile); when the flow does not come there is a link to the hosted page.
 */

export interface StageOptions {
  root: ShadowRoot;
  frame: HTMLIFrameElement;
  modal: boolean;
  closeLabel: string;
  /** Escape outside the frame, or the close button. */
  onClose: () => void;
}

export interface Stage {
  show(): void;
  hide(): void;
  /** The flow is there and has its own way out. */
  reveal(): void;
  /** The flow did not come: offers the hosted page. */
  offer(hostedUrl: string): void;
  remove(): void;
}

export function buildStage({root, frame, modal, closeLabel, onClose}: StageOptions): Stage {
  // one type for both: what only a dialog can do is done only for a modal
  const stage = document.createElement(modal ? 'dialog' : 'div') as HTMLDialogElement;
  const close = document.createElement('button');
  const link = document.createElement('a');
  stage.part.add(stage.localName);
  stage.append(frame);
  root.append(stage);

  if (modal) {
    stage.ariaLabel = frame.title;
    close.ariaLabel = closeLabel;
    close.textContent = '✕';
    close.onclick = onClose;
    stage.append(close);
    // the flow asks before it leaves
    stage.oncancel = (event) => {
      event.preventDefault();
      onClose();
    };
  }

  return {
    show() {
      if (!modal) return;
      // an element that moved left the top layer, though its dialog still calls itself open
      if (!stage.matches(':modal')) stage.open = false;
      if (!stage.open) stage.showModal();
      lockScroll(stage, true);
    },
    hide() {
      lockScroll(stage, false);
      // closing gives the focus back to what had it before
      if (modal) stage.close();
    },
    reveal() {
      const hadFocus = stage.open && close.isConnected;
      close.remove();
      link.remove();
      if (hadFocus) frame.focus();
    },
    offer(hostedUrl) {
      link.href = hostedUrl;
      link.target = '_blank';
      // the address is the same in every language
      link.textContent = `${link.host} ↗`;
      stage.append(link);
    },
    remove() {
      this.hide();
      stage.remove();
    },
  };
}

const holders = new Set<unknown>();
let before = '';

/** Keeps the page behind still while any modal is open. */
function lockScroll(holder: unknown, wanted: boolean): void {
  const {style} = document.documentElement;
  if (!holders.size) before = style.overflow;
  if (wanted) holders.add(holder);
  else holders.delete(holder);
  style.overflow = holders.size ? 'hidden' : before;
}
