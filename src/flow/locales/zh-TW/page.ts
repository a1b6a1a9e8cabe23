import type en from '../en/page.ts';
import type {Translated} from '../../../ui/localize.ts';

export default {
  title: '驗證您的身分',
  noscript: '此頁面需要 JavaScript 才能使用相機。請啟用它，或在其他瀏覽器中開啟。',
  refusedTitle: '無法在此開啟',
  refusedText: '引導您前來的網站需要變更一項設定。沒有儲存任何內容。請返回並告知他們。',
  refusedOwner: '致網站開發人員',
} satisfies Translated<typeof en>;
