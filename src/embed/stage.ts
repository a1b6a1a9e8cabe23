/**
 * Where the frame stands: a modal `<dialog>` or a place in the page. Until the flow is ready a modal has a close button of its own (the
 * frame's page shows a skeleton meanwhile); when the flow does not come there is a link to the hosted page.
 */

export interface Stage {
  show(): void;
  hide(): void;
  /** What screen readers call the frame and the button that closes it. */
  name(title: string, close: string): void;
  /** The flow is there and has its own way out. */
  reveal(): void;
  /** The flow did not come: offers the hosted page. */
  offer(hostedUrl: string): void;
}

let shown = 0;
let overflow = '';

/** @param onClose Escape outside the frame, or the close button; a stage without it is inline */
export function buildStage(root: ShadowRoot, frame: HTMLElement, onClose?: () => void): Stage {
  const page = document.documentElement.style;
  const stage = document.createElement(onClose ? 'dialog' : 'div') as HTMLDialogElement;
  const close = document.createElement('button');
  const link = document.createElement('a');
  const isShown = (): boolean => stage.matches(':modal');
  stage.part = stage.localName;
  stage.append(frame);
  root.append(stage);

  if (onClose) {
    close.textContent = '✕';
    close.onclick = onClose;
    // before the frame: a dialog focuses what comes first, and Escape pressed inside a frame does not reach us
    stage.prepend(close);
    stage.oncancel = (event) => {
      // the flow asks before it leaves
      event.preventDefault();
      onClose();
    };
  }

  const hide = (): void => {
    // closing gives the focus back to what had it before
    if (!stage.open) return;
    stage.close();
    if (!--shown) page.overflow = overflow;
  };
  return {
    hide,
    name(title, label) {
      frame.title = title;
      close.ariaLabel = label;
      if (onClose) stage.ariaLabel = title;
    },
    show() {
      if (!onClose || isShown()) return;
      // an element that moved left the top layer, though its dialog still calls itself open
      hide();
      stage.showModal();
      if (shown++) return;
      // the page behind keeps still while any modal is open
      ({overflow} = page);
      page.overflow = 'hidden';
    },
    reveal() {
      close.remove();
      link.remove();
      if (stage.open) frame.focus();
    },
    offer(hostedUrl) {
      link.href = hostedUrl;
      link.target = '_blank';
      // the address is the same in every language
      link.textContent = link.host;
      stage.append(link);
    },
  };
}
