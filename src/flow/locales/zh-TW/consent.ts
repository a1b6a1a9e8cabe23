import type en from '../en/consent.ts';
import type {Translated} from '../../../ui/localize.ts';

export default {
  whatFace: '您的臉部影像。我們會測量臉部，產生可與他人區分的數值。',
  phone: '您的電話號碼，以及傳送到該號碼的驗證碼。',
  email: '您的電子郵件，以及傳送到該信箱的驗證碼。',
  answers: '您在後續頁面中填寫或新增的內容。',
  records: '我們查詢的紀錄中關於您的資訊。',
  whyFace: '確認此刻確實是您本人。',
  whyGiven: '確認您提供的資訊正確且屬於您。',
  startText: '{requester} 請您確認幾項資料，大約需要兩分鐘。',
  startPrivate: '您提供的內容會加密傳送，僅用於本次驗證',
  papers: '信件、帳單或其他紙本文件，以及上面印有的資料。',
} satisfies Translated<typeof en>;
