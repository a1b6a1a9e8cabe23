/**
 * For React Native: the hosted page in a web view, with the reference SDK's builder.
 *
 *     Inquiry.fromTemplate('itmpl_…').host('https://verify.example.com').referenceId('user-42')
 *       .onComplete((inquiryId, status, fields) => …).build().start();
 *
 * `start()` needs one `<InquiryPresenter />` somewhere in the app; `<InquiryView />` alone fills whatever place it is given.
 * Peers: react, react-native, react-native-webview. The app asks for the camera in its Info.plist and AndroidManifest.xml.
 */
import {createElement, useEffect, useRef, useState, type ReactElement} from 'react';
import {Linking, Modal} from 'react-native';
import {WebView} from 'react-native-webview';
import type {CompatibleError} from '../protocol/compatible.ts';
import {
  appInquiryUrl,
  originOf,
  readAppMessage,
  readAppRedirect,
  type AppInquiryOptions,
  type AppOutcome,
} from './app-inquiry.ts';
import type {InquiryFields} from './options.ts';

export type {AppInquiryOptions} from './app-inquiry.ts';

export interface AppInquiryCallbacks {
  onComplete?: (inquiryId: string, status: string, fields: InquiryFields) => void;
  /** `sessionToken` lets the same person go on later. */
  onCanceled?: (inquiryId?: string, sessionToken?: string) => void;
  onError?: (error: Error & Pick<CompatibleError, 'code' | 'status'>) => void;
  onEvent?: (name: string, metadata: Record<string, unknown>) => void;
}

export type InquiryViewProps = AppInquiryOptions & AppInquiryCallbacks;

/** One inquiry, filling the place it is given. Every end is told once. */
export function InquiryView(props: InquiryViewProps): ReactElement {
  const ended = useRef(false);
  const [life, setLife] = useState(0);
  const origin = originOf(props.host) ?? '';
  const take = (outcome: AppOutcome | undefined): void => {
    if (!outcome || ended.current) return;
    if (outcome.type === 'event') return props.onEvent?.(outcome.name, outcome.metadata);
    if (outcome.type === 'error') return props.onError?.(errorOf(outcome.error));
    ended.current = true;
    if (outcome.type === 'complete') props.onComplete?.(outcome.inquiryId, outcome.status, outcome.fields);
    else props.onCanceled?.(outcome.inquiryId, outcome.sessionToken);
  };
  const unreachable = (status: number, message: string): void =>
    props.onError?.(errorOf({code: 'application_error', status, message}));
  const mayLoad = (url: string): boolean => {
    if (originOf(url) === origin || url === 'about:blank') return true;
    const outcome = readAppRedirect(url, props.redirectUri);
    if (outcome) take(outcome);
    // links to help and terms; a phone without an app for them has nothing to open
    else Linking.openURL(url).catch(() => {});
    return false;
  };
  // the system may take the page's process away while the app is in the background
  const revive = (): void => setLife((count) => count + 1);
  return createElement(WebView, {
    key: life,
    testID: 'countersign-inquiry',
    source: {uri: appInquiryUrl(props)},
    // every other address is decided above
    originWhitelist: ['*'],
    onMessage: ({nativeEvent: {data, url}}) => {
      if (url === undefined || originOf(url) === origin) take(readAppMessage(data));
    },
    onShouldStartLoadWithRequest: ({url, isTopFrame}) => isTopFrame === false || mayLoad(url),
    onError: ({nativeEvent}) => unreachable(0, nativeEvent.description),
    onHttpError: ({nativeEvent: {statusCode}}) => {
      // the page of a refusal says itself what is wrong
      if (statusCode >= 500) unreachable(statusCode, `The server answered ${statusCode}.`);
    },
    onContentProcessDidTerminate: revive,
    onRenderProcessGone: revive,
    allowsInlineMediaPlayback: true,
    mediaPlaybackRequiresUserAction: false,
    mediaCapturePermissionGrantType: 'grantIfSameHostElseDeny',
    setSupportMultipleWindows: false,
    allowsBackForwardNavigationGestures: false,
  });
}

type Present = (props: InquiryViewProps) => void;
let present: Present | undefined;

/** Shows what `start()` asks for, above the app. One, near the root. */
export function InquiryPresenter(): ReactElement {
  const [shown, setShown] = useState<InquiryViewProps>();
  useEffect(() => {
    present = setShown;
    return () => {
      if (present === setShown) present = undefined;
    };
  }, []);
  const close = (): void => setShown(undefined);
  const back = (): void => {
    close();
    shown?.onCanceled?.(shown.inquiryId, shown.sessionToken);
  };
  const view =
    shown &&
    createElement(InquiryView, {
      ...shown,
      onComplete: (...result) => {
        close();
        shown.onComplete?.(...result);
      },
      onCanceled: (...left) => {
        close();
        shown.onCanceled?.(...left);
      },
    });
  return createElement(Modal, {visible: Boolean(shown), animationType: 'slide', onRequestClose: back}, view);
}

/** What is ready to start. */
export class Inquiry {
  readonly props: InquiryViewProps;

  constructor(props: InquiryViewProps) {
    // a wrong configuration is told where it was written, not on the screen
    appInquiryUrl(props);
    this.props = props;
  }

  static fromTemplate(templateId: string): InquiryBuilder {
    return new InquiryBuilder({templateId});
  }
  static fromTemplateVersion(templateVersionId: string): InquiryBuilder {
    return new InquiryBuilder({templateVersionId});
  }
  static fromInquiry(inquiryId: string): InquiryBuilder {
    return new InquiryBuilder({inquiryId});
  }

  /** @throws Error when no `<InquiryPresenter />` is mounted */
  start(): void {
    if (!present) throw new Error('Put <InquiryPresenter /> of countersign/react-native near the root of the app.');
    present(this.props);
  }
}

export class InquiryBuilder {
  readonly #props: Partial<InquiryViewProps>;

  constructor(props: Partial<InquiryViewProps>) {
    this.#props = props;
  }

  #with(more: Partial<InquiryViewProps>): InquiryBuilder {
    return new InquiryBuilder({...this.#props, ...more});
  }

  /** Address of the Countersign server. */
  host(host: string): InquiryBuilder {
    return this.#with({host});
  }
  referenceId(referenceId: string): InquiryBuilder {
    return this.#with({referenceId});
  }
  accountId(accountId: string): InquiryBuilder {
    return this.#with({accountId});
  }
  environmentId(environmentId: string): InquiryBuilder {
    return this.#with({environmentId});
  }
  sessionToken(sessionToken: string): InquiryBuilder {
    return this.#with({sessionToken});
  }
  fields(fields: Record<string, string | number | boolean>): InquiryBuilder {
    return this.#with({fields});
  }
  locale(language: string): InquiryBuilder {
    return this.#with({language});
  }
  styleVariant(styleVariant: 'light' | 'dark'): InquiryBuilder {
    return this.#with({styleVariant});
  }
  themeSetId(themeSetId: string): InquiryBuilder {
    return this.#with({themeSetId});
  }
  redirectUri(redirectUri: string): InquiryBuilder {
    return this.#with({redirectUri});
  }
  onComplete(onComplete: NonNullable<AppInquiryCallbacks['onComplete']>): InquiryBuilder {
    return this.#with({onComplete});
  }
  onCanceled(onCanceled: NonNullable<AppInquiryCallbacks['onCanceled']>): InquiryBuilder {
    return this.#with({onCanceled});
  }
  onError(onError: NonNullable<AppInquiryCallbacks['onError']>): InquiryBuilder {
    return this.#with({onError});
  }
  onEvent(onEvent: NonNullable<AppInquiryCallbacks['onEvent']>): InquiryBuilder {
    return this.#with({onEvent});
  }

  /** @throws Error when the host is missing or is no web address */
  build(): Inquiry {
    const {host = '', ...rest} = this.#props;
    return new Inquiry({host, ...rest});
  }
}

function errorOf({code, status, message}: CompatibleError): Error & Pick<CompatibleError, 'code' | 'status'> {
  return Object.assign(new Error(message), {code, status});
}
