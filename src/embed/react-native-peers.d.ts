/**
 * What the React Native wrapper uses of its peers, so that building it needs neither: their packages weigh hundreds of megabytes and
 * type a whole platform. An app brings the real ones.
 */
declare module 'react-native' {
  import type {ComponentType, ReactNode} from 'react';
  export const Modal: ComponentType<{
    visible: boolean;
    animationType?: 'slide' | 'fade' | 'none';
    onRequestClose?: () => void;
    children?: ReactNode;
  }>;
  export const Linking: {openURL(url: string): Promise<unknown>};
}

declare module 'react-native-webview' {
  import type {ComponentType} from 'react';
  export const WebView: ComponentType<{
    source: {uri: string};
    originWhitelist?: string[];
    onMessage?: (event: {nativeEvent: {data: string; url?: string}}) => void;
    onShouldStartLoadWithRequest?: (request: {url: string; isTopFrame?: boolean}) => boolean;
    onError?: (event: {nativeEvent: {code: number; description: string}}) => void;
    onHttpError?: (event: {nativeEvent: {statusCode: number}}) => void;
    onContentProcessDidTerminate?: () => void;
    onRenderProcessGone?: () => void;
    allowsInlineMediaPlayback?: boolean;
    mediaPlaybackRequiresUserAction?: boolean;
    mediaCapturePermissionGrantType?:
      'grant' | 'deny' | 'grantIfSameHostElsePrompt' | 'grantIfSameHostElseDeny' | 'prompt';
    setSupportMultipleWindows?: boolean;
    allowsBackForwardNavigationGestures?: boolean;
    testID?: string;
  }>;
}
