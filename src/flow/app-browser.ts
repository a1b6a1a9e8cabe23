/** Browsers inside apps (a link pressed in a chat or a feed): many keep the camera from pages, and the person can leave them. */
const inside =
  /\b(FBAN|FBAV|FB_IAB|Instagram|Line\/|MicroMessenger|musical_ly|TikTok|BytedanceWebview|Snapchat|Pinterest|LinkedInApp|Twitter for|GSA\/|KAKAOTALK|NAVER)/i;

export function isAppBrowser(userAgent = navigator.userAgent): boolean {
  return inside.test(userAgent);
}

/**
 * The same address for the device's own browser: an intent on Android, Safari's own scheme on iOS 17 and later. Undefined where
 * neither is known; the link to copy is there in any case.
 */
export function outsideLink(link: string, userAgent = navigator.userAgent): string | undefined {
  const {protocol, host, pathname, search} = new URL(link);
  const scheme = protocol.slice(0, -1);
  if (/android/i.test(userAgent)) return `intent://${host}${pathname}${search}#Intent;scheme=${scheme};end`;
  const [, ios] = /(?:iPhone|CPU) OS (\d+)/.exec(userAgent) ?? [];
  return Number(ios) >= 17 ? `x-safari-${link}` : undefined;
}
