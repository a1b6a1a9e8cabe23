/**
 * `<Inquiry>` for React 18 and 19: the element, with its properties as props and its events as callbacks.
 *
 *     <Inquiry host="https://verify.example.com" templateId="itmpl_…" open={open} mode="modal" onComplete={({status}) => …} />
 *
 * StrictMode mounts twice and makes one frame; a server renders the empty tag. What it shows is read when its frame is made: give it
 * another `key` to show another inquiry.
 */
import {createElement, forwardRef, useImperativeHandle, useLayoutEffect, useEffect, useRef} from 'react';
import type {CSSProperties, ForwardRefExoticComponent, RefAttributes} from 'react';
import type {ClientCallbacks} from './client.ts';
import type {InquiryEventName} from './events.ts';
import type {CountersignInquiryElement} from './inquiry-element.ts';
import type {InquiryOptions} from './options.ts';
import {registerInquiryElement} from './register.ts';

export interface InquiryProps extends InquiryOptions, ClientCallbacks {
  /** A modal waits until `open` is true; inline it starts as soon as it stands in the page. `modal` when absent. */
  mode?: 'modal' | 'inline';
  /** Of a modal. False asks the person whether to leave; `onCancel` says when they did. */
  open?: boolean;
  className?: string;
  style?: CSSProperties;
}

/** Its ref is the element: `open()`, `close()`, `load()`, `destroy()`. */
export const Inquiry: ForwardRefExoticComponent<InquiryProps & RefAttributes<CountersignInquiryElement>> = forwardRef(
  function Inquiry(props, ref) {
    const own = useRef<CountersignInquiryElement>(null);
    const latest = useRef(props);
    const {mode = 'modal', open, className, style} = props;
    useImperativeHandle<CountersignInquiryElement | null, CountersignInquiryElement | null>(ref, () => own.current, []);

    // before the element's microtask reads them, and before anything is painted
    useBrowserLayoutEffect(() => {
      latest.current = props;
      const element = own.current;
      if (!element) return;
      for (const name of propertyNames) {
        if (element[name] !== props[name]) Reflect.set(element, name, props[name] ?? undefined);
      }
      registerInquiryElement();
    });

    useEffect(() => {
      const element = own.current;
      if (!element) return undefined;
      const away = new AbortController();
      for (const [event, tell] of Object.entries(callbacks)) {
        element.addEventListener(
          event,
          (given) => {
            // of an inquiry inside this one it would be somebody else's
            if (given.target === element) tell(latest.current, (given as CustomEvent<never>).detail);
          },
          {signal: away.signal},
        );
      }
      return () => away.abort();
    }, []);

    useEffect(() => {
      const element = own.current;
      if (mode !== 'modal' || open === undefined || !element) return;
      if (open) element.open();
      else if (element.hasAttribute('open')) element.close();
    }, [mode, open]);

    return createElement('countersign-inquiry', {ref: own, mode, class: className, style});
  },
);

/** A server has nothing to lay out, and React says so. */
const useBrowserLayoutEffect = globalThis.document ? useLayoutEffect : useEffect;

const propertyNames = [
  'host',
  'templateId',
  'templateVersionId',
  'environmentId',
  'inquiryId',
  'sessionToken',
  'referenceId',
  'accountId',
  'fields',
  'language',
  'theme',
  'frameTitle',
  'closeLabel',
] as const satisfies readonly (keyof InquiryOptions)[];

const callbacks: Record<InquiryEventName, (on: InquiryProps, detail: never) => void> = {
  'inquiry-load': (on) => on.onLoad?.(),
  'inquiry-ready': (on) => on.onReady?.(),
  'inquiry-start': (on, {inquiryId}: {inquiryId?: string}) => on.onStart?.(inquiryId),
  'inquiry-step': (on, detail) => on.onStep?.(detail),
  'inquiry-complete': (on, detail) => on.onComplete?.(detail),
  'inquiry-cancel': (on, detail) => on.onCancel?.(detail),
  'inquiry-error': (on, detail) => on.onError?.(detail),
  'inquiry-event': (on, {name, data}: {name: string; data: Record<string, unknown>}) => on.onEvent?.(name, data),
};
