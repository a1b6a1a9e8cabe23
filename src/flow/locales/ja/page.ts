import type en from '../en/page.ts';
import type {Translated} from '../../../ui/localize.ts';

export default {
  title: '本人確認',
  noscript: 'カメラを使うには JavaScript が必要です。有効にするか、別のブラウザで開いてください。',
  refusedTitle: 'ここでは開けません',
  refusedText: '元のサイトの設定変更が必要です。何も保存されていません。戻ってその旨をお伝えください。',
  refusedOwner: 'サイトの開発者の方へ',
} satisfies Translated<typeof en>;
