import type en from '../en/idle.ts';
import type {Translated} from '../../../ui/localize.ts';

export default {
  title: '您還在嗎？',
  text: {other: '為保護您的資料，此工作階段將在 {count} 分鐘後結束。'},
  kept: '已完成的內容都會保留。',
  stay: '繼續',
  extended: '時間已延長。',
} satisfies Translated<typeof en>;
